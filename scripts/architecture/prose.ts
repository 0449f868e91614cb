/**
 * The rooms of the code and how a proof is made: what no synthesized JSON can tell.
 *
 * @param rooms the chart of the rooms
 * @param guard the chart of the guard's steps
 */
export function howItIsBuilt(rooms: string, guard: string): string {
  return `## Rooms of the code

Each room has one concern and an \`index.ts\` that others import it by. Imports run one way, and [a test](../test/architecture/imports.test.ts) holds it: \`jurisdiction\` (regions, realms, and what names them) imports nothing of the others; \`guard\` (reads JSON, places each block, judges it, reports) imports \`jurisdiction\` alone, and neither cdktf nor a provider; \`constructs\` import both; \`stacks\` compose constructs into an estate; \`main.ts\` synthesizes it. Beside them stand \`cli\` (the command \`onshore\`) and \`testing\` (the Jest matcher). So the guard can judge Terraform JSON that no construct of ours has made, and a mistake in a construct cannot hide itself in the guard.

${rooms}

An arrow leads from a room to one that imports it; read from the sources.

## How the guard works

${guard}

The chart is drawn by hand; each step is a folder of [guard/](../guard/). The guard is one pure function from JSON, a jurisdiction, a day and waivers to a result: it reads no clock, no network and no environment, and the same input gives the same bytes. It reads each file strictly, and refuses forms that it does not know. It collects every block with its references, and every text that names a place. It resolves the region of each block from its provider configuration and its own arguments. Then each [rule](../guard/rules/) judges one invariant, with the help of those that follow arguments ([catalogue](catalogue.md)), routes and security rules, policy statements, and keys. Waivers are laid over the findings last, and the waived ones stay in every report ([result](result.md)).

## Where the proof is made

The proof is made on the JSON that synthesis has written to disk, the same that Terraform reads, after the last construct, aspect and override has run ([decision 1](decisions/0001-synthesized-json-is-the-authority.md)). \`main.ts\` ends with it, and cdktf runs \`main.ts\` before each \`synth\`, \`diff\` and \`deploy\`: an estate that is not proven ends the program with an error, and Terraform is not started. \`npx onshore check\` makes the same proof of any Terraform JSON, and of a plan, where modules, counts and variables are written out ([decision 8](decisions/0008-what-a-plan-proves.md)). The constructs refuse wrong regions earlier, with a message at the line that is wrong, but nobody has to trust that they do.

## Trust boundaries

The proof covers what the configuration says: the region of every resource, data source and provider configuration; where its arguments lead; which ways lead into and out of the subnets; what policies and quotas of the configuration allow; and where the state goes. What is not in the configuration it does not cover: what somebody does in a console, what a program on a machine sends once it runs, what the clouds do within a region, where the reader of a mail sits, and whether an address range is really used in the country that its owner says. Local state is a note and no finding ([decision 3](decisions/0003-local-state-is-a-note.md)). Against the first, the guardrails of the tenancy (quotas, security zone, policies) and the evidence (audit log, alarms) stand; they are part of the estate, and hold at run time. Trusted are: the clouds, that a service keeps data in the region that its endpoint names; Terraform and its providers, that they do what the JSON says; the tables of regions and arguments in this repository, which people have reviewed; and whoever may change this repository or lends their name to a waiver. Ways out that are known and not found yet stand in [known-gaps.md](known-gaps.md), and those that are tried in every test run in [evasions.md](evasions.md).`;
}

/** Why IAM and what goes with it are made there. */
export const HOME_REGION = `IAM has one home region in a tenancy: its resources can be changed there only, and Oracle copies them to the other regions of the tenancy (Oracle's documentation, "Managing Regions"). So each stack that makes a policy or a dynamic group has a provider configuration of the home region for it, beside that of its data. The stack of the tenancy lies there as a whole: compartments, quotas, tags, policies, the identity domain and Cloud Guard's reporting region. What the following table shows was found by synthesizing the estate once more for another home region, and looking at what moved.`;
