import { Module, type DynamicModule } from '@nestjs/common';
import { OutboxController } from './outbox/outbox.controller.js';
import { OUTBOX } from './outbox/outbox.folder.js';
import { PageAssets } from './page/assets.js';
import { PageController } from './page/page.controller.js';
import { ThingsController } from './things/things.controller.js';

/** What the service serves beside the API. The API itself is made from the features (`PlatformModule`). */
@Module({})
export class AppModule {
  /** `outbox`: the folder of mails that nobody sends; null where there is a mail server, or other processes. */
  static showing({ outbox }: { readonly outbox: string | null }): DynamicModule {
    return {
      module: AppModule,
      controllers: [PageController, ThingsController, ...(outbox === null ? [] : [OutboxController])],
      providers: [PageAssets, { provide: OUTBOX, useValue: outbox }],
    };
  }
}
