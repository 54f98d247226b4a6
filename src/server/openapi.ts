import { z } from "zod";
import type { AnyEndpoint } from "./endpoint.js";
import { parts, schemas } from "./schemas.js";

type Json = Readonly<Record<string, unknown>>;

/** The description of the API in OpenAPI 3.1, whose schemas are JSON Schema, which zod writes by itself. */
export function openApi(endpoints: readonly AnyEndpoint[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const one of endpoints) {
    const path = one.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [one.method]: operation(one) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Credence",
      version,
      description:
        "The diplomatic record: who recognises whom, relations and missions, since when, and on whose word. Every question may be put as of a day, as known at a moment. Answers carry a weak ETag; errors are problem+json (RFC 9457).",
      license: { name: "MIT", identifier: "MIT" },
    },
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
}

function operation(one: AnyEndpoint): Json {
  const status = one.status === undefined ? "200" : "2XX";
  return {
    summary: one.summary,
    operationId: `${one.method}${one.path.replace(/[^a-z]+(\w)/gi, (_, letter: string) => letter.toUpperCase())}`,
    parameters: [...pathParameters(one.path), ...queryParameters(one.query)],
    ...(one.body === null ? {} : { requestBody: { required: true, content: content(one.body) } }),
    responses: {
      [status]: { description: "The answer.", content: content(one.answer) },
      ...(one.method === "get" ? { "304": { description: "The answer is as the client holds it." } } : {}),
      default: { description: "What is wrong.", content: content("Problem", "application/problem+json") },
    },
    ...(one.writes === true ? { security: [{ token: [] }] } : {}),
  };
}

function content(schema: string, type = "application/json"): Json {
  return { [type]: { schema: reference(schema) } };
}

function reference(schema: string): Json {
  return { $ref: `#/components/schemas/${schema}` };
}

function pathParameters(path: string): readonly Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: z.ZodType): readonly Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...parts, ...schemas })) registry.add(schema, { id });
  const { schemas: written } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: "input",
  });
  return Object.fromEntries(
    Object.entries(written).map(([id, schema]) => {
      const { $id: _, $schema: __, ...rest } = schema as Json;
      return [id, rest];
    }),
  );
}
