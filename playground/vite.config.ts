// Builds the playground into plain static files (playground/dist): no server of its own, nothing inline, nothing from elsewhere.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

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
  server: { host: "127.0.0.1", port: 4407, strictPort: true },
  preview: { host: "127.0.0.1", port: 4407, strictPort: true },
});
