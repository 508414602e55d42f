export * from './detection.feature.js';
