/** Languages that answers are written in. */
export type Language = 'da' | 'en';
