import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The page is built into dist/web/, from where `credence serve` serves it; in development /api goes to a running one.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: "../dist/web", emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { proxy: { "/api": "http://127.0.0.1:8470", "/feeds": "http://127.0.0.1:8470" } },
});
