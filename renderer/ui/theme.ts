import {
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Mark,
  Menu,
  Modal,
  SegmentedControl,
  Select,
} from '@mantine/core'

/** The one accent, from its softest to its strongest; the middle is `--leaf` of each theme. */
const leaf: MantineColorsTuple = [
  '#e3efe7',
  '#cfe3d7',
  '#b7d3c2',
  '#98c4ac',
  '#7fc2a0',
  '#5a9c7b',
  '#3f8061',
  '#347557',
  '#2f6b4f',
  '#24523d',
]

/** The library's greys, as warm as the paper: hovers, borders and quiet words of its own parts. */
const gray: MantineColorsTuple = [
  '#fbf9f4',
  '#f3f0e8',
  '#e9e4d9',
  '#e4dfd3',
  '#cfc8b8',
  '#b3aa99',
  '#8a8375',
  '#6f685b',
  '#5c564b',
  '#23201b',
]

/** The same for the dark theme, from ink to the darkest surface. */
const dark: MantineColorsTuple = [
  '#ece7db',
  '#b3ac9c',
  '#a39c8d',
  '#857f72',
  '#4a463c',
  '#35322b',
  '#2e2b26',
  '#211f1b',
  '#191815',
  '#151412',
]

/** The component library in our tokens. */
export const theme = createTheme({
  primaryColor: 'leaf',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  colors: { leaf, gray, dark },
  fontFamily: 'var(--font)',
  fontSizes: {
    xs: 'var(--t-xs)',
    sm: 'var(--t-s)',
    md: 'var(--t-m)',
    lg: 'var(--t-l)',
    xl: 'var(--t-xl)',
  },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '7px', md: '11px', lg: '14px', xl: '18px' },
  headings: { fontWeight: '600' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // A hint stands below its field, so that fields beside each other begin on one line.
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    // Rounded like the other fields, a box as small as this would be the circle of a choice of one.
    Checkbox: Checkbox.extend({ defaultProps: { radius: 'xs' } }),
    // What fits the typed letters is underlined: a marker's yellow is no colour of ours.
    Mark: Mark.extend({
      styles: {
        root: {
          background: 'none',
          color: 'inherit',
          textDecoration: 'underline',
          textDecorationThickness: '2px',
          textUnderlineOffset: '3px',
        },
      },
    }),
    // Its entries are all that stands in it, for those who hear it as well; what is chosen from it comes at once.
    Menu: Menu.extend({
      defaultProps: { transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({
      // One that is still fading would hold back the next key.
      defaultProps: { transitionProps: { duration: 0 } },
      styles: { title: { fontSize: 'var(--t-l)', fontWeight: 600 } },
    }),
    // A name that is chosen is read in its own direction: a long one shows its beginning, whatever the window's direction.
    Select: Select.extend({ defaultProps: { attributes: { input: { dir: 'auto' } } } }),
    SegmentedControl: SegmentedControl.extend({ styles: { root: { background: 'var(--sunk)' } } }),
  },
})

/** The library's surfaces and texts, taken from our tokens, which know light and dark themselves. */
const surfaces = {
  '--mantine-color-body': 'var(--sheet)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-dimmed': 'var(--ink-note)',
  '--mantine-color-placeholder': 'var(--ink-note)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--leaf)',
  '--mantine-primary-color-filled': 'var(--leaf)',
  '--mantine-primary-color-contrast': 'var(--leaf-ink)',
}

/** Hands the tokens to the component library. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: surfaces,
  dark: surfaces,
})
