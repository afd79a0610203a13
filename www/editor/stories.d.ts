// The stories that scripts/site/editor.mjs puts into the bundle: files by name, as text.
declare module 'stories:*' {
  const files: Record<string, string>;
  export default files;
}
