import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env.HENGKE_DEV_SERVER ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "~": new URL("./src", import.meta.url).pathname } },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": { target: server, changeOrigin: false } },
  },
  build: {
    target: "es2023",
    manifest: true,
    // what draws charts, and comes with the first of them; the first load has a budget of its own
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // the product, and what it shows to the public: forms, and papers behind links
      input: ["index.html", "form.html", "paper.html"],
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: "tanstack", test: /node_modules\/@tanstack\//, priority: 2 },
          ],
        },
      },
    },
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "node",
    restoreMocks: true,
  },
});
