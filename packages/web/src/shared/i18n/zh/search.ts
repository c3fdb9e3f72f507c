export const search = {
  open: "查找",
  title: "查找客户与保单",
  placeholder: "姓名、拼音、手机号、证件号或保单号",
  help: "拼音首字母也可以，例如 wxs；用上下键选择，回车打开。",
  nothing: "没有找到。请核对号码，或换用姓名、拼音再找。",
  people: "客户",
  policies: "保单",
  by: { sound: "读音相近", near: "号码相近，请核对" },
} as const;
