/**
 * By which rule records are folded into facts. Facts that were kept by another rule are folded anew: whoever changes what
 * folding gives for the same records raises it.
 */
export const FACTS_VERSION = 1
