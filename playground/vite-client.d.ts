// What vite adds to imports: `import.meta.glob`, addresses of workers. Types only.
/// <reference types="vite/client" />
