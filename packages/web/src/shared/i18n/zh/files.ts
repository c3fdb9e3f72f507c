export const files = {
  sending: "正在上传 {{name}}，{{percent}}%",
  reading: "正在读 {{name}}……",
  tooLarge: "{{name}} 有 {{size}} MB，超过上限 {{limit}} MB；文件没有上传，案件没有改变",
} as const;
