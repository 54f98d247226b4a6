/**
 * The rooms of the house and what each may import; a room is entered by its door only, its `index.ts`.
 * Of language/, parties/ needs the types alone, one of which (`WordSet`) is a class.
 */
const rooms = {
  model: [],
  read: ["model"],
  language: ["model"],
  parties: ["language", "model"],
  statements: ["language", "parties", "model"],
  record: ["model"],
  history: ["model"],
  brief: ["record", "model"],
  store: ["record", "model"],
  // read/ for reports that are posted; parties and acts come by way of the pipeline's books.
  server: ["read", "record", "brief", "model", "pipeline", "recording"],
};

/** The rooms that src/pipeline.ts joins. */
const stages = ["model", "read", "language", "parties", "statements", "record", "history"];

const inRoom = (names) => `^src/(?:${names.join("|")})(?:/|\\.ts$)`;

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `src/${room}/ may import ${allowed.join(", ") || "no other room"}.`,
  severity: "error",
  from: { path: inRoom([room]) },
  to: { path: "^(?:src|web)/", pathNot: inRoom([room, ...allowed]) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: "pipeline-imports",
      comment:
        "src/pipeline.ts and src/recording.ts join the rooms from read/ to record/, and know nothing of who uses them.",
      severity: "error",
      from: { path: "^src/(?:pipeline|recording)\\.ts$" },
      to: { path: "^(?:src|web)/", pathNot: inRoom(stages) },
    },
    {
      name: "one-door",
      comment: "Another room is entered by its index.ts only (the server's wire.ts is the page's door).",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] },
    },
    {
      name: "pipeline-one-door",
      comment: "The pipeline, too, enters each room by its index.ts.",
      severity: "error",
      from: { path: "^src/[^/]+\\.ts$" },
      to: { path: "^src/[^/]+/", pathNot: "^src/[^/]+/index\\.ts$" },
    },
    {
      name: "web-imports",
      comment: "The page knows the shapes that leave the server's process, and no domain rules.",
      severity: "error",
      from: { path: "^web/" },
      to: { path: "^src/", pathNot: "^src/server/wire\\.ts$" },
    },
    {
      name: "not-to-bench",
      comment: "Nothing imports what measures it, but for tests.",
      severity: "error",
      from: { path: "^(?:src|web|bin)/" },
      to: { path: "^(?:bench|test)/" },
    },
    {
      name: "no-cycles",
      comment: "Data flows one way.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "npm-peer"] } },
    },
    {
      name: "resolvable",
      comment: "Each import leads to a file or an installed package.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "declared",
      comment:
        "What the shipped code imports at run time stands under dependencies or optional peers in package.json.",
      severity: "error",
      from: { path: "^(?:src|bin)/", pathNot: "^src/language/train/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
        // The optional peer is loaded only where it is installed.
        pathNot: "node_modules/onnxruntime-web/",
      },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^dist/"] },
    exclude: { path: ["^dist/", "^node_modules/\\.cache"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".js", ".cjs", ".json"],
    },
  },
};
