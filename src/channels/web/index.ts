export { createWebApp } from './app.js';
export type { WebConfig, WebParts } from './parts.js';
export { startServer, type WebServer } from './server.js';
