/** Which acts edit what stands: they must tell which version of it they saw. */
import { parseSync } from 'oxc-parser';

type Node = Record<string, unknown> & { type: string };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** What writes anew is named by one of these verbs; what adds, ends or takes away is not. */
const writesAnew = /^(update|replace)[A-Z]/;
const editingMethods = ['PUT', 'PATCH'];

function within(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node))
    for (const item of Array.isArray(value) ? value : [value]) if (isNode(item)) within(item, see);
}

/** Acts of a file that write over what stands, and do not say what stands there, by name. */
export function unseenEdits(path: string, text: string): string[] {
  const { program } = parseSync(path, text);
  const wrong: string[] = [];
  within(program as unknown as Node, (node) => {
    const callee = node.callee as Node | undefined;
    const spec = (node.arguments as Node[] | undefined)?.[0];
    if (node.type !== 'CallExpression' || callee?.name !== 'act' || spec?.type !== 'ObjectExpression') return;
    const fields = new Map(
      (spec.properties as Node[]).flatMap((one) =>
        isNode(one.key) ? [[String(one.key.name), one.value as Node]] : [],
      ),
    ) as Map<string, Node>;
    const method = String(fields.get('method')?.value);
    let edits = editingMethods.includes(method);
    within(spec, (inner) => {
      const called = inner.type === 'CallExpression' ? (inner.callee as Node) : null;
      if (called?.type === 'Identifier' && writesAnew.test(String(called.name))) edits = true;
    });
    if (edits && !fields.has('edits')) wrong.push(`${path}: ${fields.get('name')?.value}`);
  });
  return wrong;
}
