import { defineConfig } from 'vite';

// One page; what a page of the console alone uses is loaded with it. Nothing is inlined: the server's
// Content-Security-Policy allows neither scripts nor styles inside the document.
export default defineConfig({
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    target: 'es2021',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
