/**
 * Words that a person's name stands behind in texts. Names of others than the person punished are never public
 * (浙江省行政处罚结果信息网上公开暂行办法: 被处罚人以外的自然人姓名, domain §2.4). The legal representative has a switch of its own.
 */
export const PERSON_WORDS = ('员工 职工 雇员 雇工 工人 店员 店长 服务员 收银员 营业员 销售员 业务员 操作工 操作员 驾驶员 司机 厨师 护士 医生 医师 药师 教师 保安 保洁员 仓管员 学徒 '
  + '举报人 投诉人 申诉人 报案人 检举人 信访人 申请人 委托人 受托人 代理人 委托代理人 联系人 经办人 承办人 经手人 办案人员 执法人员 检查人员 承办人员 经办人员 调查人员 记录人 见证人 证人 '
  + '监护人 法定监护人 配偶 妻子 丈夫 儿子 女儿 父亲 母亲 其父 其母 其妻 其夫 其子 其女 家属 亲属 股东 合伙人 实际控制人 实际经营者 现场负责人 管理人员 安全员 主管 受害人 被害人 死者 伤者 患者 病人 消费者 顾客 '
  + '买家 卖家 房东 租客 承租人 出租人').split(' ');

/** Common words that begin with a character that is a surname too: 员工任职, 员工高处作业. */
export const NO_NAMES: ReadonlySet<string> = new Set(('任职 任何 任务 任意 高处 高度 高温 高空 高于 方式 方面 方可 张贴 张数 严重 严格 严禁 应当 应急 应聘 时间 时任 平时 '
  + '平均 计算 计划 计件 成立 成功 成为 成员 '
  + '单位 单独 单方 白天 全部 全体 全程 全员 安全 安排 安装 水平 万元 金额 花费 明确 明知 解释 解决 经理 管理 冷藏 常年 连续 连同 相关 相应 关于 关闭 党员 游客 路过 车辆 马上 程序 工作 '
  + '未经 和其 和平 于是 从事 从业 支付 支取 施工 施救 陈述 陈列 包装 包括 史料 能够 石材 金属 温度 查看 查封 查询 查处 项目 卫生 宣传 毛重 谢绝 阮某 台账 别人 都未 都没 都是 邀请 '
  + '须知 须经 米面 古玩 易燃 焦虑 顾客 武器 龙头 文件 文化 房屋 房东 夏季 钟点 童工 车间 车主 边境 司机 柴油 曲解 幸存 强制 强迫 符合 家属 简易 屠宰 商品 商业 封存 苗木 景区 池塘 宿舍 牛羊 农户 牧民 步行 '
  + '盛装 盛放 华侨 左右 伏法 沙石 水产').split(' '));

/** Characters that a name ends before. */
export const AFTER_NAME = '，,。；;：:、！!？?（）()[]【】〔〕“”"\'《》 \n\t\u3000/0123456789在的于向对与和及称说为系是等因未已从到被将把以自由无也均并且签出进提供操持驾拨电陈承自反投举到受负实擅私购销售帮未';

/** What persons do: a name ends before it, though its first character could be a name's last. 王五证实, 王建国陪同. */
export const VERBS: ReadonlySet<string> = new Set(('证实 陈述 反映 提供 陪同 驾驶 操作 持有 承认 供述 投诉 举报 签字 签名 签收 到场 在场 出示 收取 购买 销售 使用 从事 负责 '
  + '拒绝 表示 自述 自称 受伤 死亡 住院 上岗 '
  + '作业 离职 入职 参加 进行 擅自 未经 未按 未取 未戴 未能 现场 当场 联系 捺印 填写 协助 带领 指认 确认 核实 同意 报告 报警 发现 来到 进入 离开 居住 委托 代为 领取 送达 签订 支付 辱骂 殴打 受雇 受聘 无证 '
  + '酒后').split(' '));
