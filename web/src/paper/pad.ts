import { element } from "./elements";

export type Stroke = [x: number, y: number][];

/** A frame to write in, by finger, pen or mouse. */
export class Pad {
  readonly canvas = element("canvas", "pad");
  readonly strokes: Stroke[] = [];
  private pointer: number | null = null;

  constructor(label: string, changed: () => void) {
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", label);
    this.canvas.addEventListener("pointerdown", event => {
      if (this.pointer !== null) return;
      this.pointer = event.pointerId;
      this.canvas.setPointerCapture(event.pointerId);
      this.strokes.push([this.pointOf(event)]);
      this.draw();
    });
    this.canvas.addEventListener("pointermove", event => {
      if (event.pointerId !== this.pointer) return;
      const moves = event.getCoalescedEvents?.() ?? [event];
      for (const move of moves.length > 0 ? moves : [event]) this.strokes.at(-1)?.push(this.pointOf(move));
      this.draw();
    });
    const end = (event: PointerEvent) => {
      if (event.pointerId !== this.pointer) return;
      this.pointer = null;
      changed();
    };
    this.canvas.addEventListener("pointerup", end);
    this.canvas.addEventListener("pointercancel", end);
    new ResizeObserver(() => this.fit()).observe(this.canvas);
  }

  get empty(): boolean {
    return this.strokes.reduce((sum, stroke) => sum + stroke.length, 0) < 4;
  }

  clear() {
    this.strokes.length = 0;
    this.draw();
  }

  private pointOf(event: PointerEvent): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [round(event.clientX - box.left), round(event.clientY - box.top)];
  }

  private fit() {
    const scale = window.devicePixelRatio || 1;
    this.canvas.width = this.canvas.clientWidth * scale;
    this.canvas.height = this.canvas.clientHeight * scale;
    this.draw();
  }

  /** Always dark on light, as it will stand on the paper. */
  private draw() {
    const context = this.canvas.getContext("2d");
    if (!context) return;
    const scale = window.devicePixelRatio || 1;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, this.canvas.clientWidth, this.canvas.clientHeight);
    context.lineWidth = 2.6;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.strokeStyle = "#101a3a";
    for (const stroke of this.strokes) {
      context.beginPath();
      const [first, ...rest] = stroke;
      if (!first) continue;
      context.moveTo(first[0], first[1]);
      context.lineTo(first[0] + 0.1, first[1]);
      for (const [x, y] of rest) context.lineTo(x, y);
      context.stroke();
    }
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
