import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The document at `/api/openapi.json`, and a page to browse it at `/api/docs`, which loads nothing from elsewhere. */
export function serveDocs(nest: NestFastifyApplication, document: Record<string, unknown>): void {
  SwaggerModule.setup('api/docs', nest, document as unknown as OpenAPIObject, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Rettidig: API',
    swaggerOptions: { persistAuthorization: true, displayRequestDuration: true, validatorUrl: null },
  });
}
