import * as z from 'zod'

// Imported before any schema is made, in the window and in each of its workers: Zod would otherwise try whether it may
// compile its checks with `new Function`, which our content policy forbids and reports.
z.config({ jitless: true })
