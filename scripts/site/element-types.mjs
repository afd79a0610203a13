// What the element offers, from its source: www/element/duoyuan-story.js and www/types.d.ts → the TypeScript declaration and
// the custom-elements manifest of the package. What is marked @internal, private or a reaction of custom elements is left out.

import { join } from 'node:path';
import ts from 'typescript';

const REACTIONS = ['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'];
const FLAGS = ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope | ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

/** `www`: the folder of the scripts; `properties`: names of the CSS properties. Returns both as text. */
export function elementTypes({ www, properties }) {
  const [source, types] = ['element/duoyuan-story.js', 'types.d.ts'].map((name) => join(www, name));
  const program = ts.createProgram([source, types], {
    allowJs: true, checkJs: true, strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [],
  });
  const checker = program.getTypeChecker();
  const nodes = (file) => [...program.getSourceFile(file).statements];
  const element = nodes(source).find(ts.isClassDeclaration);
  const docOf = (symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll('\n', ' ').trim();
  const textOf = (type, node) => checker.typeToString(type, node, FLAGS);
  const isOffered = (node) => node.name && !ts.isPrivateIdentifier(node.name) && !REACTIONS.includes(node.name.getText())
    && !ts.getJSDocTags(node).some((tag) => tag.tagName.text === 'internal') && !(ts.getCombinedModifierFlags(node) & (ts.ModifierFlags.Static | ts.ModifierFlags.Private | ts.ModifierFlags.Protected));

  const declared = (name) => nodes(types).find((node) => node.name?.text === name);
  const aliases = ['Lang', 'Palette', 'Theme', 'Mode', 'Status', 'Format'].map((name) => {
    const type = checker.getTypeAtLocation(declared(name).type);
    const members = (type.isUnion() ? type.types : [type]).map((one) => textOf(one, undefined).replaceAll('"', "'"));
    return { name, text: members.join(' | ') };
  });
  const named = (text) => aliases.find((alias) => alias.text === text)?.name ?? text;
  const fields = element.members.filter((node) => ts.isGetAccessor(node) && isOffered(node)).map((node) => {
    const symbol = checker.getSymbolAtLocation(node.name);
    const setter = element.members.find((other) => ts.isSetAccessor(other) && other.name.getText() === symbol.name);
    const type = named(textOf(checker.getTypeOfSymbolAtLocation(symbol, node), node));
    const taken = setter && named(textOf(checker.getTypeAtLocation(setter.parameters[0]), setter));
    return { name: symbol.name, type, taken, doc: docOf(symbol), readonly: !setter };
  });
  const methods = element.members.filter((node) => ts.isMethodDeclaration(node) && isOffered(node)).map((node) => {
    const symbol = checker.getSymbolAtLocation(node.name);
    const signature = checker.getSignatureFromDeclaration(node);
    const returns = textOf(signature.getReturnType(), node);
    return { name: symbol.name, text: checker.signatureToString(signature, node, FLAGS), returns, doc: docOf(symbol) };
  });
  const events = declared('DuoyuanEventMap').members.map((node) => ({ name: node.name.text, type: node.type.getText(), doc: docOf(node.symbol) }));
  const tags = ts.getJSDocTags(element).map((tag) => [tag.tagName.text, ...(/^(\S+)\s*-?\s*([^]*)$/.exec(ts.getTextOfJSDocComment(tag.comment) ?? '') ?? []).slice(1)]);
  const tagged = (kind) => tags.filter(([name]) => name === kind).map(([, name, description]) => ({ name: name === '-' ? '' : name, description: description.trim() }));
  const about = docOf(checker.getSymbolAtLocation(element.name));
  const attributes = checker.getTypeOfSymbolAtLocation(checker.getSymbolAtLocation(element.name), element).getProperty('observedAttributes').valueDeclaration
    .initializer.elements.map((node) => node.text);

  const line = ({ doc }, text) => `  /** ${doc} */\n  ${text}\n`;
  // Where a property takes more values than it returns (any language tag, say), the declaration needs both types.
  const fieldText = ({ name, type, taken, readonly }) => (readonly || type === taken ? `${readonly ? 'readonly ' : ''}${name}: ${type};` : `get ${name}(): ${type};\n  set ${name}(value: ${taken});`);
  const listeners = ['add', 'remove'].map((what) => {
    const options = `options?: boolean | ${what === 'add' ? 'AddEventListenerOptions' : 'EventListenerOptions'}`;
    return `  ${what}EventListener<K extends keyof DuoyuanEventMap>(type: K, listener: (this: DuoyuanStory, event: DuoyuanEventMap[K]) => void, ${options}): void;
  ${what}EventListener(type: string, listener: EventListenerOrEventListenerObject, ${options}): void;\n`;
  });
  const declaration = `// Written by the build from the source of the element.

${aliases.map(({ name, text }) => `export type ${name} = ${text};`).join('\n')}

export interface DuoyuanEventMap {
${events.map((event) => line(event, `'${event.name}': ${event.type};`)).join('')}}

/** ${about} */
export class DuoyuanStory extends HTMLElement {
${fields.map((field) => line(field, fieldText(field))).join('')}${methods.map((method) => line(method, `${method.name}${method.text};`)).join('')}${listeners.join('')}}

declare global {
  interface HTMLElementTagNameMap {
    'duoyuan-story': DuoyuanStory;
  }
}
`;
  const name = element.name.text;
  const reflected = fields.filter((field) => attributes.includes(field.name) || field.readonly);
  const manifest = {
    schemaVersion: '1.0.0',
    modules: [{
      kind: 'javascript-module', path: 'duoyuan.js',
      declarations: [{
        kind: 'class', customElement: true, name, tagName: 'duoyuan-story', superclass: { name: 'HTMLElement' }, description: about,
        attributes: reflected.map(({ name: own, type, doc }) => ({ name: own, fieldName: own, type: { text: type }, description: doc })),
        members: [
          ...fields.map(({ name: own, type, doc, readonly }) => ({ kind: 'field', name: own, type: { text: type }, description: doc, ...(readonly && { readonly }) })),
          ...methods.map(({ name: own, returns, doc }) => ({ kind: 'method', name: own, description: doc, return: { type: { text: returns } } })),
        ],
        events: events.map(({ name: own, type, doc }) => ({ name: own, type: { text: type }, description: doc })),
        slots: tagged('slot'), cssParts: tagged('csspart'), cssProperties: properties.map((own) => ({ name: own })),
      }],
      exports: [{ kind: 'js', name, declaration: { name } }, { kind: 'custom-element-definition', name: 'duoyuan-story', declaration: { name } }],
    }],
  };
  return { declaration, manifest: `${JSON.stringify(manifest, null, 2)}\n` };
}
