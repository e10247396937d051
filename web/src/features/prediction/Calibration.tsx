import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { predictionWords } from "./messages";
import { type Bin, percent, pointsOf } from "./prediction";

const SIZE = 240;
const MARKS = [0, 0.25, 0.5, 0.75, 1];

/** What was said against what came: the picture, and the same in numbers for who cannot see it. */
export function Calibration({ bins }: { bins: Bin[] }) {
  const say = useSay(predictionWords);
  const points = pointsOf(bins, SIZE);
  return (
    <Panel title={say("calibration")}>
      <p className="quiet">{say("calibrationText")}</p>
      <svg
        className="calibration"
        viewBox={`-58 -10 ${SIZE + 74} ${SIZE + 52}`}
        role="img"
        aria-label={say("calibration")}
      >
        {MARKS.map(mark => (
          <g key={mark}>
            <line className="calibration-grid" x1={0} x2={SIZE} y1={mark * SIZE} y2={mark * SIZE} />
            <line className="calibration-grid" y1={0} y2={SIZE} x1={mark * SIZE} x2={mark * SIZE} />
            <text x={-6} y={(1 - mark) * SIZE + 4} textAnchor="end">
              {mark * 100}%
            </text>
            <text x={mark * SIZE} y={SIZE + 16} textAnchor="middle">
              {mark * 100}%
            </text>
          </g>
        ))}
        <text x={SIZE / 2} y={SIZE + 36} textAnchor="middle">
          {say("said")}
        </text>
        <text x={-SIZE / 2} y={-44} textAnchor="middle" transform="rotate(-90)">
          {say("came")}
        </text>
        <line className="calibration-right" x1={0} y1={SIZE} x2={SIZE} y2={0} />
        <polyline className="calibration-line" points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {points.map((point, at) => {
          const bin = bins[at];
          return (
            bin && (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: the tenths have no other name than their place
                key={at}
                className="calibration-point"
                cx={point.x}
                cy={point.y}
                r={point.radius}
              >
                <title>
                  {say("point", { said: percent(bin.said), came: percent(bin.came), records: bin.records })}
                </title>
              </circle>
            )
          );
        })}
      </svg>
      <table className="calibration-table">
        <thead>
          <tr>
            <th scope="col">{say("said")}</th>
            <th scope="col">{say("came")}</th>
            <th scope="col">{say("records")}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the tenths have no other name than their place
            <tr key={at}>
              <td>{percent(bin.said)}</td>
              <td>{percent(bin.came)}</td>
              <td>{bin.records}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
