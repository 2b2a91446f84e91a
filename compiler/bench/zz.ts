import { readFileSync } from "node:fs";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { longService } from "./long-service.ts";
import { parking } from "./parking.ts";
const kind = process.argv[2], size = Number(process.argv[3]);
let text = "";
if (kind === "strangers") { const lines=['service a "A"','section s "S"']; for (let at=0,n=0;n<size;at++){const l=`  ask q${at} "Q" as text\n    show when stranger${at} is over ${at}`; lines.push(l); n+=l.length;} text=lines.join("\n"); }
if (kind === "good") { const good = readFileSync("examples/resident-parking-permit/parking.service","utf8"); text = good.repeat(Math.ceil(size/good.length)); }
const files = new Map(parking.files);
if (kind === "long") text = longService(size);
if (kind === "long") files.set(parking.entry, text); else { files.clear(); files.set(parking.entry, text); }
const b=process.cpuUsage(), t=performance.now();
const r = compile(parking.entry, files, { play });
console.log(kind, text.length, "user", (process.cpuUsage(b).user/1000).toFixed(0), "wall", (performance.now()-t).toFixed(0), r.problems.length);
