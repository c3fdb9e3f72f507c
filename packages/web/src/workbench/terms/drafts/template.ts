/** What a new document begins as: the least that passes the check, with each part said in a comment. */
export const TEMPLATE = `# 一份新条款。左边改，右边随改随查；# 后面是说明，可以删去。
terms: new-product/2027 # 家族/版本
title: 新产品（示例条款）
kind: product
effective: { from: 2027-01-01, to: 2027-12-31 }
governs: 事故日期 # 哪个事实决定用哪一版
facts: # 条款要知道的每一件事
  事故日期: { type: date, ask: 事故是哪一天？, from: 事故证明 }
  实际损失: { type: money, ask: 实际损失是多少？, from: 损失清单 }
clauses: # 客户看到的原话，和它下面运行的那一行
  - id: 第一条
    text: 实际损失不超过一百元的，本公司不承担保险责任。
    require: 实际损失 > 100
    otherwise: 损失未超过一百元
  - id: 第二条
    text: 按实际损失扣除一百元后给付，以一万元为限。
    pay: 实际损失 - 100
    as: 损失补偿金
    upTo: 10000
examples: # 例子：写明给定的事实和应得的结果
  - name: 损失五千元
    given: { 事故日期: 2027-03-01, 实际损失: 5000 }
    then: { outcome: pay, payable: "4900.00" }
  - name: 损失不超过一百元
    given: { 事故日期: 2027-03-01, 实际损失: 100 }
    then: { outcome: decline, reasons: [损失未超过一百元] }
`;
