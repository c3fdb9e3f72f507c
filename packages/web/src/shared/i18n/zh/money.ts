export const money = {
  certain: "已确定",
  ordered: "已下指令",
  open: "待定",
  closed: "没有待定的部分",
  endless: "无上限",
  range: "{{least}} 至 {{most}} 元",
} as const;
