/** The files that the supervisor's guide shows. A story reads them as the command does. */

export const DEPARTMENTS = `[
  { "name": "青岚县水利局", "feed": "https://slj.example.gov.cn/sgs.json" },
  { "name": "青岚县农业农村局", "feed": "https://nyj.example.gov.cn/sgs.json", "since": "2026-01" },
  { "name": "青岚县住房和城乡建设局", "feed": "https://zjj.example.gov.cn/xk.json https://zjj.example.gov.cn/cf.json" }
]`;

export const WEIGHTS = `{
  "weights": { "timeliness": 40, "completeness": 20, "accuracy": 20, "availability": 20 },
  "thresholds": { "timeliness": 100, "completeness": 95, "accuracy": 95, "availability": 90 },
  "pass": 80
}`;
