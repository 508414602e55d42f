import { Controller, Get, HttpCode, Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { injected, named } from '../cqrs/handlers.js';
import { API, routerPath, type Route } from './request.js';

/** One method of a controller that is made from a table. */
export interface GeneratedRoute {
  readonly name: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
}

/**
 * A Nest controller made from a table. `connect` gets what Nest injects and answers the route of each name, once, so that
 * a request makes nothing but itself.
 */
export function generatedController<Needs extends readonly unknown[]>(
  name: string,
  table: readonly GeneratedRoute[],
  needs: { readonly [At in keyof Needs]: abstract new (...parameters: never[]) => Needs[At] },
  connect: (...injections: Needs) => ReadonlyMap<string, Route>,
): Type {
  const controller = class {
    readonly routes: ReadonlyMap<string, Route>;
    constructor(...injections: unknown[]) {
      this.routes = connect(...(injections as unknown as Needs));
    }
  };
  const { prototype } = controller;
  for (const route of table) {
    const descriptor = {
      value(this: InstanceType<typeof controller>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
        return this.routes.get(route.name)!(request, reply);
      },
      writable: true,
      configurable: true,
    };
    Object.defineProperty(prototype, route.name, descriptor);
    Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, route.name);
    Req()(prototype, route.name, 0);
    Res()(prototype, route.name, 1);
    HttpCode(200)(prototype, route.name, descriptor);
    (route.method === 'POST' ? Post : Get)(routerPath(route.path))(prototype, route.name, descriptor);
  }
  Controller(API)(controller);
  return injected(named(name, controller), ...needs);
}
