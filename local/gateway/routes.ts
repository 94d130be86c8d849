import * as z from 'zod';
import { wildcard } from '../iam/policy.ts';
import { ACCOUNT, REGION } from '../template/account.ts';
import type { Functions } from '../functions/functions.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import type { Stack } from '../template/bound-stack.ts';

const api = z.object({
  BinaryMediaTypes: z.array(z.string()).default([]),
  Body: z.undefined({ error: 'an OpenAPI body is not read locally' }).optional(),
});
const resource = z.object({ RestApiId: z.string(), ParentId: z.string(), PathPart: z.string() });
const method = z.object({
  RestApiId: z.string(),
  ResourceId: z.string(),
  HttpMethod: z.string(),
  AuthorizationType: z.literal('NONE', { error: 'authorizers are not run locally' }).default('NONE'),
  Integration: z.object({ Type: z.literal('AWS_PROXY'), Uri: z.string() }),
});
const stage = z.object({ RestApiId: z.string(), StageName: z.string() });
const permission = z.object({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
});

export interface Route {
  api: string;
  stage: string;
  /** The resource's path pattern, such as /v1/articles/{id}. */
  resource: string;
  segments: string[];
  httpMethod: string;
  fn: LambdaFunction;
}

export interface Match {
  route: Route;
  parameters: Record<string, string>;
}

export interface Routes {
  find(httpMethod: string, path: string): Match | undefined;
  /** Whether a Lambda permission allows the API to call the function for this route. */
  mayInvoke(match: Match, httpMethod: string): boolean;
  binaryMediaTypes(api: string): RegExp[];
}

/** Reads the REST APIs of a stack. As on AWS, every path begins with the name of an API Gateway stage. */
export function readRoutes(stack: Stack, functions: Functions): Routes {
  const apis = stack.all('AWS::ApiGateway::RestApi', api);
  const binary = new Map(
    apis.map(({ names, properties }) => [
      names.ref,
      properties.BinaryMediaTypes.map((type) => wildcard(type, 'i')),
    ]),
  );
  const routes = routesOf(stack, functions).sort((a, b) => weight(a).localeCompare(weight(b)));
  const permissions = stack
    .all('AWS::Lambda::Permission', permission)
    .map(({ properties }) => properties)
    .filter(
      ({ Principal, Action }) =>
        Principal === 'apigateway.amazonaws.com' && Action === 'lambda:InvokeFunction',
    )
    .map(({ FunctionName, SourceArn }) => ({
      fn: functions.byArn(FunctionName),
      source: wildcard(SourceArn ?? '*'),
    }));

  return {
    find(httpMethod, path) {
      for (const route of routes) {
        if (route.httpMethod !== httpMethod && route.httpMethod !== 'ANY') continue;
        const parameters = match(route.segments, path.split('/').slice(1));
        if (parameters) return { route, parameters };
      }
      return undefined;
    },
    mayInvoke({ route }, httpMethod) {
      const arn = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${route.api}/${route.stage}/${httpMethod}${route.resource}`;
      return permissions.some(({ fn, source }) => fn === route.fn && source.test(arn));
    },
    binaryMediaTypes: (id) => binary.get(id) ?? [],
  };
}

function routesOf(stack: Stack, functions: Functions): Route[] {
  const pathOf = resourcePaths(stack);
  const stages = stack.all('AWS::ApiGateway::Stage', stage);
  return stack.all('AWS::ApiGateway::Method', method).flatMap(({ id, properties }) => {
    const arn = /functions\/(.+)\/invocations$/.exec(properties.Integration.Uri)?.[1];
    if (!arn) throw new Error(`${id} has an integration that is not a Lambda function`);
    const path = pathOf(properties.ResourceId) || '/';
    return stages
      .filter((declared) => declared.properties.RestApiId === properties.RestApiId)
      .map(({ properties: { StageName } }): Route => ({
        api: properties.RestApiId,
        stage: StageName,
        resource: path,
        segments: [StageName, ...path.split('/').filter(Boolean)],
        httpMethod: properties.HttpMethod,
        fn: functions.byArn(arn),
      }));
  });
}

/** Returns a function that puts the path of a resource together from its parents. The root's path is ''. */
function resourcePaths(stack: Stack): (id: string) => string {
  const roots = stack
    .all('AWS::ApiGateway::RestApi', api)
    .map(({ names }) => names.attributes['RootResourceId'] ?? '');
  const resources = stack.all('AWS::ApiGateway::Resource', resource);
  const pathOf = (id: string): string => {
    if (roots.includes(id)) return '';
    const own = resources.find(({ names }) => names.ref === id)?.properties;
    if (!own) throw new Error(`the REST API refers to the resource ${id}, which is not in the template`);
    return `${pathOf(own.ParentId)}/${own.PathPart}`;
  };
  return pathOf;
}

/**
 * A sort key that puts better matches first: a fixed segment before a parameter, a parameter for one segment before
 * one for the rest of the path (`{name+}`), and a named method before ANY.
 */
const weight = ({ segments, httpMethod }: Route): string =>
  segments
    .map((segment) => {
      if (segment.endsWith('+}')) return '2';
      return segment.startsWith('{') ? '1' : '0';
    })
    .join('') + (httpMethod === 'ANY' ? '9' : '8');

/**
 * The path parameters, percent-encoded as a REST API passes them to a function. Undefined if the path does not match.
 */
function match(segments: string[], given: string[]): Record<string, string> | undefined {
  const parts = given.at(-1) === '' ? given.slice(0, -1) : given;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.endsWith('+}')) {
      parameters[segment.slice(1, -2)] = parts.slice(index).join('/');
      return parameters;
    }
    if (segment.startsWith('{')) parameters[segment.slice(1, -1)] = part;
    else if (segment !== part) return undefined;
  }
  return parts.length === segments.length ? parameters : undefined;
}
