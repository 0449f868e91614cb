import type { Architecture } from "../architecture";
import { Chart } from "../chart";

/** Which stack is deployed before which. */
export function orderChart({ stacks }: Architecture): string {
  const chart = new Chart("LR");
  for (const [index, { name }] of stacks.entries()) {
    chart.node(name, [name, `deployed as number ${index + 1}`]);
  }
  for (const { name, dependsOn } of stacks) {
    for (const before of dependsOn) {
      chart.edge(before, name, "", "support");
    }
  }
  return chart.toString();
}
