/** What the decorators of class-transformer noted. The package ships its types, but not beside this file. */
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: import('class-transformer/types/MetadataStorage.js').MetadataStorage;
}
