// The reading page's script stands in the page, so that it comes with it and waits for no answer of its own. A policy that does not know its
// checksum refuses it: then it comes as a file.

const { file } = document.querySelector('script[data-file]').dataset;
if (!customElements.get('duoyuan-story')) import(new URL(file, document.baseURI).href);
