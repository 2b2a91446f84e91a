// Builds the playground into plain static files (playground/dist): no server of its own, nothing inline, nothing from elsewhere.
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The development server puts its own script into every page; the preview's page allows none, so there it is taken out again. */
const previewWithoutScripts: Plugin = {
  name: "preview-without-scripts",
  apply: "serve",
  transformIndexHtml: {
    order: "post",
    handler: (html, { path }) =>
      path.endsWith("preview.html") ? html.replace(/<script[^>]*@vite\/client[^>]*><\/script>/, "") : html,
  },
};

export default defineConfig({
  root: here,
  // Relative addresses: the folder may be put anywhere on any host.
  base: "./",
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // Nothing as a data: address, so that the content security policy can name only 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: `${here}index.html`, preview: `${here}preview.html` } },
  },
  worker: { format: "es" },
  plugins: [previewWithoutScripts],
  // Found only when the worker starts, which would load the page a second time.
  optimizeDeps: { include: ["@formwork/compiler > chevrotain"] },
  server: { host: "127.0.0.1", port: 4407, strictPort: true },
  preview: { host: "127.0.0.1", port: 4407, strictPort: true },
});
