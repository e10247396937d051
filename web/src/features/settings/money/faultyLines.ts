/** What is wrong with which line of a list, in the order of the lines: errors at `lines[3]`. */
export function faultyLines(errors: Record<string, string>): { line: number; fault: string }[] {
  return Object.entries(errors)
    .flatMap(([field, fault]) => {
      const line = /^lines\[(\d+)]$/.exec(field)?.[1];
      return line ? [{ line: Number(line), fault }] : [];
    })
    .sort((one, other) => one.line - other.line);
}
