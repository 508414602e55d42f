/** An object without the keys that have no value: what does not stand in the minutes is missing. */
export const given = <Shape extends object>(values: { readonly [Key in keyof Shape]: Shape[Key] | undefined }): Shape =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as Shape;
