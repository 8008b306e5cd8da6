// Starts `corpuslint server`, and shows what it says of texts. All else is the server's.
// To VS Code whatever it does not know is plain text, so texts go by their names, as for `corpuslint .`.

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const TEXTS = "**/*.{txt,text,md,markdown,jsonl,ndjson}";

let client;

exports.activate = () => {
  const [command, ...args] = workspace.getConfiguration("corpuslint").get("command");
  const documentSelector = [{ scheme: "file", pattern: TEXTS }];
  client = new LanguageClient("corpuslint", { command, args }, { documentSelector });
  return client.start();
};

exports.deactivate = () => client?.stop();
