import type { Server } from "./server";

type Node = [code: string, name: string, children?: Node[]];

/** The administrative divisions, to say a code as its path. */
export class Regions {
  private readonly names = new Map<string, string>();

  private constructor(tree: Node[]) {
    const add = ([code, name, children = []]: Node): void => {
      this.names.set(code, name);
      children.forEach(add);
    };
    tree.forEach(add);
  }

  static async read(server: Server): Promise<Regions> {
    return new Regions(await server.get<Node[]>("/reference/regions"));
  }

  /** `131182` → `河北省/衡水市/深州市`; 市辖区 and its like are no names. */
  path(code: string | null): string {
    if (!code) return "";
    const levels = [2, 4, 6]
      .filter(length => length <= code.length)
      .map(length => this.names.get(code.slice(0, length)));
    return [...new Set(levels)]
      .filter(name => name && !/^(市辖区|县|省直辖.*|自治区直辖.*)$/.test(name))
      .join("/");
  }
}
