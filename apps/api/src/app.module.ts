import { Module } from '@nestjs/common';
import { PageAssets } from './page/assets.js';
import { PageController } from './page/page.controller.js';

/** What the service serves beside the API. The API itself is made from the features (`PlatformModule`). */
@Module({ controllers: [PageController], providers: [PageAssets] })
export class AppModule {}
