/** What an effect is about: any JSON of ids, codes and dates, never a text or a name. */
export type EffectAbout = { readonly [name: string]: EffectDatum };
type EffectDatum = string | number | boolean | null | readonly EffectDatum[] | EffectAbout;
