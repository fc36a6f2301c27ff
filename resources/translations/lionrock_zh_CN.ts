<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>lionrock</name>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>%D average</source>
      <translation>%D 平均</translation>
    </message>
    <message>
      <source>%K average</source>
      <translation>%K 平均</translation>
    </message>
    <message>
      <source>&amp;About Lionrock</source>
      <translation>关于 Lionrock(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;As the system</source>
      <translation>跟随系统(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Automatic</source>
      <translation>自动(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Automatic scale</source>
      <translation>自动刻度(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Bar style</source>
      <translation>图表样式(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Bars</source>
      <translation>美国线(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Blue rises, orange falls</source>
      <translation>蓝涨橙跌(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Candles</source>
      <translation>蜡烛图(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Colours</source>
      <translation>颜色(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy drawings</source>
      <translation>复制绘图(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy picture</source>
      <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Cursor</source>
      <translation>光标(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Dark theme</source>
      <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>删除(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete selected drawings</source>
      <translation>删除所选绘图(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Drawing tools</source>
      <translation>绘图工具(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Export bars and indicators…</source>
      <translation>导出K线及指标(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Find a command…</source>
      <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
      <source>&amp;Fold the pane up</source>
      <translation>折起窗格(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Full screen</source>
      <translation>全屏(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Go to date…</source>
      <translation>前往日期(&amp;G)…</translation>
    </message>
    <message>
      <source>&amp;Green rises, red falls</source>
      <translation>绿涨红跌(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Hide all drawings</source>
      <translation>隐藏所有绘图(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Hide the indicator</source>
      <translation>隐藏指标(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Hide {indicator}</source>
      <translation>隐藏 {indicator}(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Hollow candles</source>
      <translation>空心蜡烛(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Interval</source>
      <translation>周期(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Inverted</source>
      <translation>反转(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Inverted scale</source>
      <translation>反转刻度(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Keep drawing</source>
      <translation>连续绘图(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Keyboard and mouse</source>
      <translation>键盘及鼠标(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Leave the replay</source>
      <translation>离开重播(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Light theme</source>
      <translation>浅色主题(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Line</source>
      <translation>折线(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Lock</source>
      <translation>锁定(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Lock all drawings</source>
      <translation>锁定所有绘图(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Logarithmic scale</source>
      <translation>对数刻度(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Magnet</source>
      <translation>磁吸(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Open the pane</source>
      <translation>展开窗格(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open…</source>
      <translation>开启(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Panels</source>
      <translation>面板(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Paste drawings</source>
      <translation>粘贴绘图(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Percent</source>
      <translation>百分比(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Percent scale</source>
      <translation>百分比刻度(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Play or pause</source>
      <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Point and figure</source>
      <translation>点数图(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Properties…</source>
      <translation>属性(&amp;P)…</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>结束(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Red rises, green falls</source>
      <translation>红涨绿跌(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Redo: {step}</source>
      <translation>重做(&amp;R)：{step}</translation>
    </message>
    <message>
      <source>&amp;Refresh bars</source>
      <translation>更新K线(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove the indicator</source>
      <translation>移除指标(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove the pane</source>
      <translation>移除窗格(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove {indicator}</source>
      <translation>移除 {indicator}(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Replay</source>
      <translation>重播(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Reset the view</source>
      <translation>重设检视(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Selected drawings</source>
      <translation>所选绘图(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Settings of the indicator…</source>
      <translation>指标设置(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Settings of {indicator}…</source>
      <translation>{indicator} 的设置(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Settings…</source>
      <translation>设置(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Span</source>
      <translation>时段(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Start at the crosshair</source>
      <translation>由十字线开始(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Statistics of the visible range…</source>
      <translation>可见范围统计(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Step line</source>
      <translation>阶梯线(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Three-line break</source>
      <translation>三线反转图(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Times</source>
      <translation>时间(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Undo: {step}</source>
      <translation>撤销(&amp;U)：{step}</translation>
    </message>
    <message>
      <source>&amp;Watchlist</source>
      <translation>自选股(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Workspaces…</source>
      <translation>工作区(&amp;W)…</translation>
    </message>
    <message>
      <source>1 day</source>
      <translation>1 日</translation>
    </message>
    <message>
      <source>1 day old</source>
      <translation>1 日前</translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 小时</translation>
    </message>
    <message>
      <source>1 hour old</source>
      <translation>1 小时前</translation>
    </message>
    <message>
      <source>1 minute</source>
      <translation>1 分钟</translation>
    </message>
    <message>
      <source>1 minute old</source>
      <translation>1 分钟前</translation>
    </message>
    <message>
      <source>1 month</source>
      <translation>1 个月</translation>
    </message>
    <message>
      <source>1 week</source>
      <translation>1 周</translation>
    </message>
    <message>
      <source>1 while the price follows a trend, 0 while it moves in a cycle.</source>
      <translation>价格依循趋势时为 1，循环波动时为 0。</translation>
    </message>
    <message>
      <source>1 year</source>
      <translation>1 年</translation>
    </message>
    <message>
      <source>1D</source>
      <translation>1日</translation>
    </message>
    <message>
      <source>1M</source>
      <translation>1月</translation>
    </message>
    <message>
      <source>1Y</source>
      <translation>1年</translation>
    </message>
    <message>
      <source>2 EMA - EMA of EMA: follows the price with less delay than an EMA.</source>
      <translation>2 EMA − EMA 的 EMA：比 EMA 更贴近价格。</translation>
    </message>
    <message>
      <source>3 EMA - 3 EMA of EMA + EMA of EMA of EMA: less delay still.</source>
      <translation>3 EMA − 3（EMA 的 EMA）+ EMA 的 EMA 的 EMA：延迟更少。</translation>
    </message>
    <message>
      <source>3 months</source>
      <translation>3 个月</translation>
    </message>
    <message>
      <source>3M</source>
      <translation>3月</translation>
    </message>
    <message>
      <source>5 days</source>
      <translation>5 日</translation>
    </message>
    <message>
      <source>5 years</source>
      <translation>5 年</translation>
    </message>
    <message>
      <source>5D</source>
      <translation>5日</translation>
    </message>
    <message>
      <source>5Y</source>
      <translation>5年</translation>
    </message>
    <message>
      <source>6 months</source>
      <translation>6 个月</translation>
    </message>
    <message>
      <source>6M</source>
      <translation>6月</translation>
    </message>
    <message>
      <source>A bar's range, widened to the close before it.</source>
      <translation>K线的波幅，延伸至前收盘价。</translation>
    </message>
    <message>
      <source>A brick for each way of one box, however long it takes</source>
      <translation>价格每走一格画一砖，不论时间长短</translation>
    </message>
    <message>
      <source>A colour for each level</source>
      <translation>每个水平各有颜色</translation>
    </message>
    <message>
      <source>A column up to each close</source>
      <translation>由底部画至每个收盘价的柱</translation>
    </message>
    <message>
      <source>A double click does the same; once more shows all panes again</source>
      <translation>双击亦可；再按一次则再次显示所有窗格</translation>
    </message>
    <message>
      <source>A fast less a slow average of volume, in per cent of the slow one.</source>
      <translation>成交量快线减慢线，以慢线的百分比表示。</translation>
    </message>
    <message>
      <source>A fast less a slow average, in per cent of the slow one.</source>
      <translation>快线减慢线，以慢线的百分比表示。</translation>
    </message>
    <message>
      <source>A fast less a slow average.</source>
      <translation>快线减慢线。</translation>
    </message>
    <message>
      <source>A fast less a slow exponential average of the accumulation/distribution line.</source>
      <translation>累积／派发线的快速指数平均减慢速指数平均。</translation>
    </message>
    <message>
      <source>A fast less a slow exponential average, the average of that, and the difference of the two.</source>
      <translation>快慢指数平均之差、其平均，以及两者之差。</translation>
    </message>
    <message>
      <source>A generalised double EMA applied three times; the factor sets how strongly it corrects itself.</source>
      <translation>将广义双重 EMA 应用三次；因子决定自我修正的程度。</translation>
    </message>
    <message>
      <source>A line covers</source>
      <translation>每行涵盖</translation>
    </message>
    <message>
      <source>A line that turns with the price and grows thick above its last shoulder</source>
      <translation>随价格转向的线，升破前肩后变粗</translation>
    </message>
    <message>
      <source>A mean of all prices in which each weighs less than the one after it: factor 2 / (period + 1).</source>
      <translation>所有价格的平均，每个价格的权重都较其后一个小：因子 2 /（周期 + 1）。</translation>
    </message>
    <message>
      <source>A mean of means: the prices in the middle of the period weigh most.</source>
      <translation>平均的平均：周期中段的价格权重最大。</translation>
    </message>
    <message>
      <source>A mean of the last prices with weights falling evenly from the newest to the oldest.</source>
      <translation>最近价格的平均，权重由新至旧均匀递减。</translation>
    </message>
    <message>
      <source>A new one</source>
      <translation>新的</translation>
    </message>
    <message>
      <source>A price of half a period before less the average of the period.</source>
      <translation>半个周期前的价格减周期平均。</translation>
    </message>
    <message>
      <source>A screen back or on</source>
      <translation>后退或前进一屏</translation>
    </message>
    <message>
      <source>A stop some average true ranges off the middle of the bars, which only moves with the trend.</source>
      <translation>距离K线中位若干倍平均真实波幅的止损位，只顺势移动。</translation>
    </message>
    <message>
      <source>A weighted average of the sum of two rates of change; made for monthly bars.</source>
      <translation>两个变动率之和的加权平均；为月线而设。</translation>
    </message>
    <message>
      <source>A workspace holds charts, drawings, indicators and the watchlist. It saves itself.</source>
      <translation>工作区包含图表、绘图、指标及自选股，并会自动保存。</translation>
    </message>
    <message>
      <source>A workspace needs a name. Type at least one character.</source>
      <translation>工作区需要名称，请最少输入一个字。</translation>
    </message>
    <message>
      <source>A&amp;rea</source>
      <translation>面积图(&amp;R)</translation>
    </message>
    <message>
      <source>ABCD pattern</source>
      <translation>ABCD 形态</translation>
    </message>
    <message>
      <source>AKShare</source>
      <translation>AKShare</translation>
    </message>
    <message>
      <source>AKShare comes with pip install "lionrock[akshare]".</source>
      <translation>AKShare 随 pip install "lionrock[akshare]" 一并安装。</translation>
    </message>
    <message>
      <source>AKShare did not answer in time. Check the connection, or try again later.</source>
      <translation>AKShare 未有及时回复。请检查连接，或稍后再试。</translation>
    </message>
    <message>
      <source>AKShare has days of {names} only. Choose one of them, or another source.</source>
      <translation>AKShare 只有 {names} 的日线。请选择其中之一，或其他来源。</translation>
    </message>
    <message>
      <source>AKShare has the history of this index, and is not installed. Install it with pip install "lionrock[akshare]" and start Lionrock again.</source>
      <translation>AKShare 有此指数的历史，但尚未安装。请以 pip install "lionrock[akshare]" 安装后重新启动 Lionrock。</translation>
    </message>
    <message>
      <source>AKShare still waits for an answer to the request before. Try again later.</source>
      <translation>AKShare 仍在等候上一个查询的答复，请稍后再试。</translation>
    </message>
    <message>
      <source>AKShare's table of {symbol} has no dates. Nothing of it was kept.</source>
      <translation>AKShare 的 {symbol} 表格没有日期，没有保留任何内容。</translation>
    </message>
    <message>
      <source>AKShare's table of {symbol} lacks its {role} prices. Nothing of it was kept.</source>
      <translation>AKShare 的 {symbol} 表格欠缺{role}价格，没有保留任何内容。</translation>
    </message>
    <message>
      <source>Abandoned Baby</source>
      <translation>弃婴形态</translation>
    </message>
    <message>
      <source>About Lionrock</source>
      <translation>关于 Lionrock</translation>
    </message>
    <message>
      <source>Above</source>
      <translation>上方</translation>
    </message>
    <message>
      <source>Above all other drawings</source>
      <translation>置于所有绘图之上</translation>
    </message>
    <message>
      <source>Absolute Price Oscillator</source>
      <translation>绝对价格震荡指标</translation>
    </message>
    <message>
      <source>Acceleration</source>
      <translation>加速系数</translation>
    </message>
    <message>
      <source>Acceleration Bands</source>
      <translation>加速通道</translation>
    </message>
    <message>
      <source>Accelerator/Decelerator Oscillator</source>
      <translation>加速／减速震荡指标</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>帐户</translation>
    </message>
    <message>
      <source>Accumulation/Distribution (Williams)</source>
      <translation>累积／派发（威廉斯）</translation>
    </message>
    <message>
      <source>Accumulation/Distribution Line (Chaikin)</source>
      <translation>累积／派发线（蔡金）</translation>
    </message>
    <message>
      <source>Accumulation/distribution over the period as a share of its volume.</source>
      <translation>周期内的累积／派发占成交量的比例。</translation>
    </message>
    <message>
      <source>Ad&amp;justment</source>
      <translation>调整(&amp;J)</translation>
    </message>
    <message>
      <source>Add a level</source>
      <translation>新增水平</translation>
    </message>
    <message>
      <source>Add a symbol to the watchlist…</source>
      <translation>新增代码至自选股…</translation>
    </message>
    <message>
      <source>Add another {indicator}</source>
      <translation>再加一个 {indicator}</translation>
    </message>
    <message>
      <source>Add symbol</source>
      <translation>新增代码</translation>
    </message>
    <message>
      <source>Add symbol: code or name</source>
      <translation>新增代码：代码或名称</translation>
    </message>
    <message>
      <source>Add to {list}</source>
      <translation>加入 {list}</translation>
    </message>
    <message>
      <source>Add {indicator}</source>
      <translation>加入 {indicator}</translation>
    </message>
    <message>
      <source>Add {symbol} to the watchlist</source>
      <translation>将 {symbol} 加入自选股</translation>
    </message>
    <message>
      <source>Adjusted close</source>
      <translation>调整后收盘价</translation>
    </message>
    <message>
      <source>Adjusted for &amp;splits</source>
      <translation>按拆股调整(&amp;S)</translation>
    </message>
    <message>
      <source>Adjusted for dividends</source>
      <translation>按股息调整</translation>
    </message>
    <message>
      <source>Adjusted for splits and &amp;dividends</source>
      <translation>按拆股及股息调整(&amp;D)</translation>
    </message>
    <message>
      <source>Advance Block</source>
      <translation>大敌当前</translation>
    </message>
    <message>
      <source>Against</source>
      <translation>相对</translation>
    </message>
    <message>
      <source>Against another instrument</source>
      <translation>相对于另一产品</translation>
    </message>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>所有文件 (*)</translation>
    </message>
    <message>
      <source>All indicators</source>
      <translation>所有指标</translation>
    </message>
    <message>
      <source>All keys, and what the mouse does on the chart</source>
      <translation>所有按键，以及鼠标在图表上的用法</translation>
    </message>
    <message>
      <source>Always</source>
      <translation>总是</translation>
    </message>
    <message>
      <source>An EMA of the price plus its change over half a period, which offsets the delay.</source>
      <translation>价格的 EMA 加上半个周期的变动，以抵销延迟。</translation>
    </message>
    <message>
      <source>An RSI of the standard deviation: whether volatility grows on rises or on falls.</source>
      <translation>标准差的 RSI：波动是随升市还是跌市扩大。</translation>
    </message>
    <message>
      <source>An average, and lines some standard deviations of the period above and below it.</source>
      <translation>平均线，以及其上下若干个标准差的线。</translation>
    </message>
    <message>
      <source>An exponential average of the typical price, and lines some average true ranges above and below it.</source>
      <translation>典型价格的指数平均，以及其上下若干倍平均真实波幅的线。</translation>
    </message>
    <message>
      <source>An exponential average with the factor 1 / period, as Wilder smooths his indicators.</source>
      <translation>因子为 1 / 周期的指数平均，即威尔德平滑其指标的方法。</translation>
    </message>
    <message>
      <source>An index has no dividends and splits of its own.</source>
      <translation>指数本身没有股息及拆股。</translation>
    </message>
    <message>
      <source>An upright with a tick for the open and one for the close</source>
      <translation>一条直线，左右短线代表开盘价及收盘价</translation>
    </message>
    <message>
      <source>Anchored VWAP</source>
      <translation>锚定 VWAP</translation>
    </message>
    <message>
      <source>Anchored Volume-Weighted Average Price</source>
      <translation>锚定成交量加权平均价</translation>
    </message>
    <message>
      <source>Andrews</source>
      <translation>安德鲁斯</translation>
    </message>
    <message>
      <source>Annotate {drawing}</source>
      <translation>为 {drawing} 添加批注</translation>
    </message>
    <message>
      <source>Another colour…</source>
      <translation>其他颜色…</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>Apply {set}</source>
      <translation>套用 {set}</translation>
    </message>
    <message>
      <source>Aroon</source>
      <translation>阿隆指标</translation>
    </message>
    <message>
      <source>Aroon Oscillator</source>
      <translation>阿隆震荡指标</translation>
    </message>
    <message>
      <source>Aroon up less Aroon down.</source>
      <translation>阿隆升线减阿隆跌线。</translation>
    </message>
    <message>
      <source>Arrow</source>
      <translation>箭头</translation>
    </message>
    <message>
      <source>Arrow at the end</source>
      <translation>末端箭头</translation>
    </message>
    <message>
      <source>Arrow down</source>
      <translation>向下箭头</translation>
    </message>
    <message>
      <source>Arrow up</source>
      <translation>向上箭头</translation>
    </message>
    <message>
      <source>As of {time}</source>
      <translation>截至 {time}</translation>
    </message>
    <message>
      <source>As the line</source>
      <translation>与线相同</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>As traded</source>
      <translation>实际成交价</translation>
    </message>
    <message>
      <source>Ask the source of this chart for its newest bars</source>
      <translation>向此图表的来源获取最新K线</translation>
    </message>
    <message>
      <source>At both ends</source>
      <translation>两端</translation>
    </message>
    <message>
      <source>At the beginning</source>
      <translation>起点</translation>
    </message>
    <message>
      <source>At the end</source>
      <translation>终点</translation>
    </message>
    <message>
      <source>At the market's pace</source>
      <translation>按市场步伐</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>Automatic ({size})</source>
      <translation>自动（{size}）</translation>
    </message>
    <message>
      <source>Automatic is the average true range of 14 bars, rounded to 1, 2 or 5.</source>
      <translation>自动即 14 根K线的平均真实波幅，取整至 1、2 或 5。</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>平均</translation>
    </message>
    <message>
      <source>Average Day Range</source>
      <translation>平均日波幅</translation>
    </message>
    <message>
      <source>Average Deviation</source>
      <translation>平均偏差</translation>
    </message>
    <message>
      <source>Average Directional Movement Index</source>
      <translation>平均趋向指数</translation>
    </message>
    <message>
      <source>Average Directional Movement Index Rating</source>
      <translation>平均趋向指数评估</translation>
    </message>
    <message>
      <source>Average Price</source>
      <translation>平均价格</translation>
    </message>
    <message>
      <source>Average True Range</source>
      <translation>平均真实波幅</translation>
    </message>
    <message>
      <source>Awesome Oscillator</source>
      <translation>动量震荡指标</translation>
    </message>
    <message>
      <source>Axis</source>
      <translation>座标轴</translation>
    </message>
    <message>
      <source>Back to the demonstration</source>
      <translation>返回示范市场</translation>
    </message>
    <message>
      <source>Balance of Power</source>
      <translation>力量均衡指标</translation>
    </message>
    <message>
      <source>Band deviations</source>
      <translation>通道倍数</translation>
    </message>
    <message>
      <source>Bands and channels</source>
      <translation>通道</translation>
    </message>
    <message>
      <source>Bands in standard deviations</source>
      <translation>通道（标准差倍数）</translation>
    </message>
    <message>
      <source>Bar style</source>
      <translation>图表样式</translation>
    </message>
    <message>
      <source>Bar style {style}</source>
      <translation>图表样式 {style}</translation>
    </message>
    <message>
      <source>Bar style: {style}</source>
      <translation>图表样式：{style}</translation>
    </message>
    <message>
      <source>Bars</source>
      <translation>K线</translation>
    </message>
    <message>
      <source>Bars a second</source>
      <translation>每秒K线数</translation>
    </message>
    <message>
      <source>Bars after</source>
      <translation>其后K线数</translation>
    </message>
    <message>
      <source>Bars ago</source>
      <translation>前若干K线</translation>
    </message>
    <message>
      <source>Bars and workspaces (*.csv *.tsv *.txt *.xlsx *.xlsm *.parquet *.json)</source>
      <translation>K线及工作区 (*.csv *.tsv *.txt *.xlsx *.xlsm *.parquet *.json)</translation>
    </message>
    <message>
      <source>Bars before</source>
      <translation>其前K线数</translation>
    </message>
    <message>
      <source>Bars within a day are told by the exchange's clock</source>
      <translation>日内K线按交易所时钟显示</translation>
    </message>
    <message>
      <source>Bars within a day are told by this computer's clock</source>
      <translation>日内K线按此电脑时钟显示</translation>
    </message>
    <message>
      <source>Bars within a day are told in Coordinated Universal Time</source>
      <translation>日内K线按协调世界时显示</translation>
    </message>
    <message>
      <source>Bas&amp;eline</source>
      <translation>基准线图(&amp;E)</translation>
    </message>
    <message>
      <source>Base line</source>
      <translation>基准线</translation>
    </message>
    <message>
      <source>Bear power</source>
      <translation>熊力</translation>
    </message>
    <message>
      <source>Below</source>
      <translation>下方</translation>
    </message>
    <message>
      <source>Below all other drawings</source>
      <translation>置于所有绘图之下</translation>
    </message>
    <message>
      <source>Below the highest close so far, %</source>
      <translation>低于此前最高收盘价，%</translation>
    </message>
    <message>
      <source>Belt Hold</source>
      <translation>捉腰带线</translation>
    </message>
    <message>
      <source>Best bar</source>
      <translation>最佳K线</translation>
    </message>
    <message>
      <source>Beta</source>
      <translation>Beta</translation>
    </message>
    <message>
      <source>Beta against Another Instrument</source>
      <translation>相对另一产品的 Beta</translation>
    </message>
    <message>
      <source>Between columns</source>
      <translation>栏与栏之间</translation>
    </message>
    <message>
      <source>Bill Williams' fast less slow simple average of the bars' middles.</source>
      <translation>比尔．威廉斯的K线中位快慢简单平均之差。</translation>
    </message>
    <message>
      <source>Blau's distance of the close from the middle of the range, doubly smoothed, in per cent of half the range.</source>
      <translation>布劳的收盘价与波幅中点的距离，经双重平滑，以半个波幅的百分比表示。</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>蓝</translation>
    </message>
    <message>
      <source>Blue rises, orange falls</source>
      <translation>蓝涨橙跌</translation>
    </message>
    <message>
      <source>Board lot</source>
      <translation>每手股数</translation>
    </message>
    <message>
      <source>Bollinger Bands</source>
      <translation>布林带</translation>
    </message>
    <message>
      <source>Bottom</source>
      <translation>底部</translation>
    </message>
    <message>
      <source>Boxes that turn a column</source>
      <translation>转柱所需格数</translation>
    </message>
    <message>
      <source>Breakaway</source>
      <translation>脱离形态</translation>
    </message>
    <message>
      <source>Bring a day to the middle of the chart</source>
      <translation>将某日移至图表中央</translation>
    </message>
    <message>
      <source>Bring for&amp;ward</source>
      <translation>上移一层(&amp;W)</translation>
    </message>
    <message>
      <source>Bring to f&amp;ront</source>
      <translation>置顶(&amp;R)</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>画笔</translation>
    </message>
    <message>
      <source>Bull power</source>
      <translation>牛力</translation>
    </message>
    <message>
      <source>Buttons of the legend</source>
      <translation>图例按钮</translation>
    </message>
    <message>
      <source>Buttons of the pane</source>
      <translation>窗格按钮</translation>
    </message>
    <message>
      <source>By how many per cent the average range of the bars has changed.</source>
      <translation>K线平均波幅变动的百分比。</translation>
    </message>
    <message>
      <source>By how many per cent this moves when the other one, usually an index, moves by one.</source>
      <translation>另一产品（通常是指数）变动百分之一时，此产品变动百分之几。</translation>
    </message>
    <message>
      <source>By how much the straight line that fits the last prices best rises each bar.</source>
      <translation>最贴合最近价格的直线每根K线上升多少。</translation>
    </message>
    <message>
      <source>C</source>
      <translation>收</translation>
    </message>
    <message>
      <source>Callout</source>
      <translation>标注框</translation>
    </message>
    <message>
      <source>Camarilla</source>
      <translation>卡马里拉</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Candles of averaged prices: trends without the noise</source>
      <translation>以平均价格画成的蜡烛图：滤去杂讯的趋势</translation>
    </message>
    <message>
      <source>Candles whose rising bodies are outlines</source>
      <translation>上升的烛身只画外框</translation>
    </message>
    <message>
      <source>Candlestick patterns</source>
      <translation>K线形态</translation>
    </message>
    <message>
      <source>Certificates</source>
      <translation>证书</translation>
    </message>
    <message>
      <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
      <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Chaikin Money Flow</source>
      <translation>蔡金资金流量</translation>
    </message>
    <message>
      <source>Chaikin Oscillator</source>
      <translation>蔡金震荡指标</translation>
    </message>
    <message>
      <source>Chaikin's Volatility</source>
      <translation>蔡金波动率</translation>
    </message>
    <message>
      <source>Chande Momentum Oscillator</source>
      <translation>钱德动量震荡指标</translation>
    </message>
    <message>
      <source>Chande Momentum Oscillator (unsmoothed)</source>
      <translation>钱德动量震荡指标（未平滑）</translation>
    </message>
    <message>
      <source>Chandelier</source>
      <translation>吊灯止损</translation>
    </message>
    <message>
      <source>Chandelier Exit</source>
      <translation>吊灯止损</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>变动</translation>
    </message>
    <message>
      <source>Change how it is read…</source>
      <translation>更改读取方式…</translation>
    </message>
    <message>
      <source>Change in %</source>
      <translation>变动 %</translation>
    </message>
    <message>
      <source>Change in view</source>
      <translation>所见变动</translation>
    </message>
    <message>
      <source>Change interval</source>
      <translation>更改周期</translation>
    </message>
    <message>
      <source>Change over</source>
      <translation>比较K线数</translation>
    </message>
    <message>
      <source>Change places with the pane above</source>
      <translation>与上面的窗格互换</translation>
    </message>
    <message>
      <source>Change places with the pane below</source>
      <translation>与下面的窗格互换</translation>
    </message>
    <message>
      <source>Change since the first bar in view</source>
      <translation>由画面第一根K线起的变动</translation>
    </message>
    <message>
      <source>Change {indicator}</source>
      <translation>更改 {indicator}</translation>
    </message>
    <message>
      <source>Change, volatility, returns and falls of the bars in view</source>
      <translation>画面中K线的变动、波幅、收益及跌幅</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>变动</translation>
    </message>
    <message>
      <source>Channel ranges</source>
      <translation>通道范围</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>通道</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>图表</translation>
    </message>
    <message>
      <source>Chart toolbar</source>
      <translation>图表工具栏</translation>
    </message>
    <message>
      <source>Charts of Hong Kong's market, read and drawn on by hand.</source>
      <translation>香港市场图表，供手动阅读和绘画。</translation>
    </message>
    <message>
      <source>Choose a file of certificates</source>
      <translation>选择证书文件</translation>
    </message>
    <message>
      <source>Choose an interval</source>
      <translation>选择周期</translation>
    </message>
    <message>
      <source>Choose another style or smaller boxes.</source>
      <translation>请选择其他样式或更小的格。</translation>
    </message>
    <message>
      <source>Choose the second instrument</source>
      <translation>选择第二个产品</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Circle</source>
      <translation>圆形</translation>
    </message>
    <message>
      <source>Cl&amp;one</source>
      <translation>复制一份(&amp;O)</translation>
    </message>
    <message>
      <source>Classic</source>
      <translation>经典</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Click A, B, C and D</source>
      <translation>依次点击 A、B、C、D</translation>
    </message>
    <message>
      <source>Click X, A, B, C and D</source>
      <translation>依次点击 X、A、B、C、D</translation>
    </message>
    <message>
      <source>Click a price</source>
      <translation>点击一个价格</translation>
    </message>
    <message>
      <source>Click at a bar</source>
      <translation>点击一根K线</translation>
    </message>
    <message>
      <source>Click at a bar and a price</source>
      <translation>点击K线及价格</translation>
    </message>
    <message>
      <source>Click at a price</source>
      <translation>点击一个价格</translation>
    </message>
    <message>
      <source>Click points; double-click or Enter ends, a click on the first point closes</source>
      <translation>逐点点击；双击或 Enter 结束，点击首点则封闭</translation>
    </message>
    <message>
      <source>Click the bar the note is about</source>
      <translation>点击批注所属的K线</translation>
    </message>
    <message>
      <source>Click the bar to begin at</source>
      <translation>点击开始的K线</translation>
    </message>
    <message>
      <source>Click the entry; then drag its target and stop</source>
      <translation>点击入场价，然后拖动目标价及止损价</translation>
    </message>
    <message>
      <source>Click the fan's origin, then a point of its 1×1 line</source>
      <translation>点击扇形原点，然后点击 1×1 线上一点</translation>
    </message>
    <message>
      <source>Click the first and the last bar to count</source>
      <translation>点击要计算的第一根及最后一根K线</translation>
    </message>
    <message>
      <source>Click the first and the last bar to fit</source>
      <translation>点击要拟合的第一根及最后一根K线</translation>
    </message>
    <message>
      <source>Click the first bar, then the last</source>
      <translation>点击第一根K线，然后点击最后一根</translation>
    </message>
    <message>
      <source>Click the first price, then the second</source>
      <translation>点击第一个价格，然后点击第二个</translation>
    </message>
    <message>
      <source>Click the handle's beginning, then a high and a low</source>
      <translation>点击柄的起点，然后点击一高一低</translation>
    </message>
    <message>
      <source>Click the line's first point, then its second</source>
      <translation>点击线的第一点，然后点击第二点</translation>
    </message>
    <message>
      <source>Click the seven turns: start, shoulder, neck, head, neck, shoulder, end</source>
      <translation>点击七个转角：起点、肩、颈、头、颈、肩、终点</translation>
    </message>
    <message>
      <source>Click three corners</source>
      <translation>点击三个角</translation>
    </message>
    <message>
      <source>Click to fold the legend or to open it</source>
      <translation>点击以折起或展开图例</translation>
    </message>
    <message>
      <source>Click two bars: their distance is the unit</source>
      <translation>点击两根K线：其距离即为单位</translation>
    </message>
    <message>
      <source>Click two opposite corners</source>
      <translation>点击两个对角</translation>
    </message>
    <message>
      <source>Click two opposite corners of the box round it</source>
      <translation>点击外框的两个对角</translation>
    </message>
    <message>
      <source>Click two points of one line, then a point of the other</source>
      <translation>点击一条线上的两点，然后点击另一条线上一点</translation>
    </message>
    <message>
      <source>Click two points of one side, then a point of the other</source>
      <translation>点击一边的两点，然后点击另一边一点</translation>
    </message>
    <message>
      <source>Click two points of the sloping side, then the price of the flat one</source>
      <translation>点击斜边的两点，然后点击平边的价格</translation>
    </message>
    <message>
      <source>Click two points of the trend, then the width of the channel</source>
      <translation>点击趋势的两点，然后定出通道宽度</translation>
    </message>
    <message>
      <source>Click two points that the line passes through</source>
      <translation>点击线经过的两点</translation>
    </message>
    <message>
      <source>Click what it speaks of, then where the text goes</source>
      <translation>点击所指之处，然后点击文字位置</translation>
    </message>
    <message>
      <source>Click where the arrow begins, then its tip</source>
      <translation>点击箭头起点，然后点击箭尖</translation>
    </message>
    <message>
      <source>Click where the flag stands</source>
      <translation>点击旗帜位置</translation>
    </message>
    <message>
      <source>Click where the move began and ended, then where to measure it off again</source>
      <translation>点击走势的起点及终点，然后点击再量度的起点</translation>
    </message>
    <message>
      <source>Click where the move began, then where it ended</source>
      <translation>点击走势的起点，然后点击终点</translation>
    </message>
    <message>
      <source>Click where the ray begins</source>
      <translation>点击射线起点</translation>
    </message>
    <message>
      <source>Click where the ray begins, then a point on its way</source>
      <translation>点击射线起点，然后点击途中一点</translation>
    </message>
    <message>
      <source>Click where the sign goes</source>
      <translation>点击符号位置</translation>
    </message>
    <message>
      <source>Click where the text goes</source>
      <translation>点击文字位置</translation>
    </message>
    <message>
      <source>Click where the wave begins, then its five turns</source>
      <translation>点击浪的起点，然后点击五个转角</translation>
    </message>
    <message>
      <source>Click where the wave begins, then its three turns</source>
      <translation>点击浪的起点，然后点击三个转角</translation>
    </message>
    <message>
      <source>Clone {drawing}</source>
      <translation>复制一份 {drawing}</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>收盘</translation>
    </message>
    <message>
      <source>Close {panel}</source>
      <translation>关闭 {panel}</translation>
    </message>
    <message>
      <source>Closing Marubozu</source>
      <translation>收盘光脚烛</translation>
    </message>
    <message>
      <source>Co&amp;mpare with…</source>
      <translation>比较(&amp;M)…</translation>
    </message>
    <message>
      <source>Code or name of what to compare with</source>
      <translation>要比较的代码或名称</translation>
    </message>
    <message>
      <source>Code or name, such as 9988, Baidu or 寧德</source>
      <translation>代码或名称，例如 9988、百度或宁德</translation>
    </message>
    <message>
      <source>Col&amp;umns</source>
      <translation>柱形图(&amp;U)</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Colour of the fill</source>
      <translation>填色</translation>
    </message>
    <message>
      <source>Colour of the line</source>
      <translation>线的颜色</translation>
    </message>
    <message>
      <source>Colour of {level}</source>
      <translation>{level}的颜色</translation>
    </message>
    <message>
      <source>Colours of bars</source>
      <translation>K线颜色</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>柱形</translation>
    </message>
    <message>
      <source>Columns of X while prices rise and of O while they fall, turned by three boxes</source>
      <translation>升时画 X 柱，跌时画 O 柱，反向三格才转柱</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>逗号</translation>
    </message>
    <message>
      <source>Comma (1.234,5)</source>
      <translation>逗号 (1.234,5)</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>命令面板</translation>
    </message>
    <message>
      <source>Commodity Channel Index</source>
      <translation>顺势指标</translation>
    </message>
    <message>
      <source>Compare no longer with {symbol}</source>
      <translation>不再与 {symbol} 比较</translation>
    </message>
    <message>
      <source>Compare with &amp;nothing</source>
      <translation>不作比较(&amp;N)</translation>
    </message>
    <message>
      <source>Compare with nothing</source>
      <translation>不作比较</translation>
    </message>
    <message>
      <source>Compare with {symbol}</source>
      <translation>与 {symbol} 比较</translation>
    </message>
    <message>
      <source>Compare with…</source>
      <translation>比较…</translation>
    </message>
    <message>
      <source>Concealing Baby Swallow</source>
      <translation>藏婴吞没</translation>
    </message>
    <message>
      <source>Connect to Yahoo Finance and show its prices instead of simulated ones</source>
      <translation>连接 Yahoo Finance，以真实价格取代模拟价格</translation>
    </message>
    <message>
      <source>Connecting…</source>
      <translation>正在连接…</translation>
    </message>
    <message>
      <source>Conversion line</source>
      <translation>转换线</translation>
    </message>
    <message>
      <source>Coppock Curve</source>
      <translation>估波曲线</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy the chart as it is seen to the clipboard</source>
      <translation>将所见图表复制到剪贴板</translation>
    </message>
    <message>
      <source>Copy the selected drawings</source>
      <translation>复制所选绘图</translation>
    </message>
    <message>
      <source>Correlation</source>
      <translation>相关系数</translation>
    </message>
    <message>
      <source>Correlation with Another Instrument</source>
      <translation>与另一产品的相关系数</translation>
    </message>
    <message>
      <source>Counterattack</source>
      <translation>反击线</translation>
    </message>
    <message>
      <source>Cross</source>
      <translation>叉</translation>
    </message>
    <message>
      <source>Cross line</source>
      <translation>十字线</translation>
    </message>
    <message>
      <source>Crossing</source>
      <translation>交叉点</translation>
    </message>
    <message>
      <source>Cryptocurrency</source>
      <translation>加密货币</translation>
    </message>
    <message>
      <source>Ctrl</source>
      <translation>Ctrl</translation>
    </message>
    <message>
      <source>Ctrl turns the magnet round while it is held.</source>
      <translation>按住 Ctrl 时磁吸相反。</translation>
    </message>
    <message>
      <source>Ctrl+Double-click</source>
      <translation>Ctrl+双击</translation>
    </message>
    <message>
      <source>Ctrl+Drag</source>
      <translation>Ctrl+拖动</translation>
    </message>
    <message>
      <source>Ctrl+Enter or a click elsewhere keeps it, Esc does not</source>
      <translation>Ctrl+Enter 或点击他处保留，Esc 则否</translation>
    </message>
    <message>
      <source>Ctrl+Wheel, or pinch</source>
      <translation>Ctrl+滚轮，或两指缩放</translation>
    </message>
    <message>
      <source>Ctrl+← →</source>
      <translation>Ctrl+← →</translation>
    </message>
    <message>
      <source>Ctrl+↑ ↓</source>
      <translation>Ctrl+↑ ↓</translation>
    </message>
    <message>
      <source>Currency</source>
      <translation>货币</translation>
    </message>
    <message>
      <source>Cyan</source>
      <translation>青</translation>
    </message>
    <message>
      <source>Cycle</source>
      <translation>循环级</translation>
    </message>
    <message>
      <source>Cycles</source>
      <translation>周期循环</translation>
    </message>
    <message>
      <source>D&amp;rawings</source>
      <translation>绘图(&amp;R)</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Dark Cloud Cover</source>
      <translation>乌云盖顶</translation>
    </message>
    <message>
      <source>Dark or light</source>
      <translation>深色或浅色</translation>
    </message>
    <message>
      <source>Dashed</source>
      <translation>短划线</translation>
    </message>
    <message>
      <source>Data &amp;quality log</source>
      <translation>数据品质日志(&amp;Q)</translation>
    </message>
    <message>
      <source>Data quality log</source>
      <translation>数据品质日志</translation>
    </message>
    <message>
      <source>Data wi&amp;ndow</source>
      <translation>数据窗口(&amp;N)</translation>
    </message>
    <message>
      <source>Data window</source>
      <translation>数据窗口</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Date and price range</source>
      <translation>日期及价格范围</translation>
    </message>
    <message>
      <source>Date range</source>
      <translation>日期范围</translation>
    </message>
    <message>
      <source>Dated note</source>
      <translation>日期批注</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>日期格式</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>日</translation>
    </message>
    <message>
      <source>Decimal sign</source>
      <translation>小数点符号</translation>
    </message>
    <message>
      <source>Deepest fall</source>
      <translation>最大跌幅</translation>
    </message>
    <message>
      <source>Degree</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Delayed {minutes} minutes, as of {time}</source>
      <translation>延迟 {minutes} 分钟，截至 {time}</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Delete &amp;all drawings</source>
      <translation>删除所有绘图(&amp;A)</translation>
    </message>
    <message>
      <source>Delete a set</source>
      <translation>删除组合</translation>
    </message>
    <message>
      <source>Delete all drawings</source>
      <translation>删除所有绘图</translation>
    </message>
    <message>
      <source>Delete the workspace “{name}” with all its drawings?</source>
      <translation>删除工作区「{name}」及其所有绘图？</translation>
    </message>
    <message>
      <source>Delete workspace</source>
      <translation>删除工作区</translation>
    </message>
    <message>
      <source>Delete {0}</source>
      <translation>删除{0}</translation>
    </message>
    <message>
      <source>Delete {drawing}</source>
      <translation>删除 {drawing}</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>删除…</translation>
    </message>
    <message>
      <source>Demonstration</source>
      <translation>示范</translation>
    </message>
    <message>
      <source>Demonstration market</source>
      <translation>示范市场</translation>
    </message>
    <message>
      <source>Demonstration market with simulated prices. Live data is off (--offline).</source>
      <translation>示范市场，价格为模拟。实时数据已停用（--offline）。</translation>
    </message>
    <message>
      <source>Demonstration market with simulated prices. Nothing connects unless you choose live data.</source>
      <translation>示范市场，价格为模拟。在你选用实时数据前不会连接。</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>详情</translation>
    </message>
    <message>
      <source>Detrended Price Oscillator</source>
      <translation>去趋势价格震荡指标</translation>
    </message>
    <message>
      <source>Deviation</source>
      <translation>偏差</translation>
    </message>
    <message>
      <source>Deviation over</source>
      <translation>偏差周期</translation>
    </message>
    <message>
      <source>Deviations</source>
      <translation>偏差倍数</translation>
    </message>
    <message>
      <source>Deviations above</source>
      <translation>上方倍数</translation>
    </message>
    <message>
      <source>Deviations below</source>
      <translation>下方倍数</translation>
    </message>
    <message>
      <source>Diamond</source>
      <translation>菱形</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <source>Directional Movement</source>
      <translation>趋向指标</translation>
    </message>
    <message>
      <source>Directional Movement Index</source>
      <translation>趋向指数</translation>
    </message>
    <message>
      <source>Discard the changes</source>
      <translation>放弃变更</translation>
    </message>
    <message>
      <source>Disjoint channel</source>
      <translation>不平行通道</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Displacement</source>
      <translation>位移</translation>
    </message>
    <message>
      <source>Display</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>Dividend</source>
      <translation>股息</translation>
    </message>
    <message>
      <source>Dividends</source>
      <translation>股息</translation>
    </message>
    <message>
      <source>Dividends and splits</source>
      <translation>股息及拆股</translation>
    </message>
    <message>
      <source>Doji</source>
      <translation>十字星</translation>
    </message>
    <message>
      <source>Doji Star</source>
      <translation>星形十字</translation>
    </message>
    <message>
      <source>Donchian Channels</source>
      <translation>唐奇安通道</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Done again: {step}</source>
      <translation>已重做：{step}</translation>
    </message>
    <message>
      <source>Dorsey's sum of range over average range: a rise above 27 and a fall below 26.5 foretell a turn.</source>
      <translation>多西的波幅与平均波幅比之和：升破 27 再跌破 26.5 预示转向。</translation>
    </message>
    <message>
      <source>Dots</source>
      <translation>点</translation>
    </message>
    <message>
      <source>Dotted</source>
      <translation>点线</translation>
    </message>
    <message>
      <source>Double Exponential Moving Average</source>
      <translation>双重指数移动平均</translation>
    </message>
    <message>
      <source>Double-click</source>
      <translation>双击</translation>
    </message>
    <message>
      <source>Double-click it</source>
      <translation>双击该项</translation>
    </message>
    <message>
      <source>Double-click its axis</source>
      <translation>双击其座标轴</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>跌</translation>
    </message>
    <message>
      <source>Dr&amp;aw</source>
      <translation>绘图(&amp;A)</translation>
    </message>
    <message>
      <source>Drag a copy of a drawing</source>
      <translation>拖出绘图的副本</translation>
    </message>
    <message>
      <source>Drag its axis</source>
      <translation>拖动其座标轴</translation>
    </message>
    <message>
      <source>Drag its name</source>
      <translation>拖动其名称</translation>
    </message>
    <message>
      <source>Drag to another pane, or to the edge of one</source>
      <translation>拖到另一窗格，或窗格的边缘</translation>
    </message>
    <message>
      <source>Drag to move this bar; a double click lets it follow the drawing again</source>
      <translation>拖动以移动此列；双击则再次跟随绘图</translation>
    </message>
    <message>
      <source>Drag to move this pane</source>
      <translation>拖动以移动此窗格</translation>
    </message>
    <message>
      <source>Drag, or two fingers</source>
      <translation>拖动，或两指滑动</translation>
    </message>
    <message>
      <source>Dragonfly Doji</source>
      <translation>蜻蜓十字</translation>
    </message>
    <message>
      <source>Draw</source>
      <translation>绘图</translation>
    </message>
    <message>
      <source>Draw {0}</source>
      <translation>画{0}</translation>
    </message>
    <message>
      <source>Drawing</source>
      <translation>绘图</translation>
    </message>
    <message>
      <source>Drawing of a newer version</source>
      <translation>较新版本的绘图</translation>
    </message>
    <message>
      <source>Drawing tools</source>
      <translation>绘图工具</translation>
    </message>
    <message>
      <source>Drawings</source>
      <translation>绘图</translation>
    </message>
    <message>
      <source>Drawings cannot be moved or removed while locked</source>
      <translation>锁定后的绘图不能移动或删除</translation>
    </message>
    <message>
      <source>Drawings copied: {count}</source>
      <translation>已复制绘图：{count}</translation>
    </message>
    <message>
      <source>Drawn as</source>
      <translation>绘制为</translation>
    </message>
    <message>
      <source>E&amp;dit</source>
      <translation>编辑(&amp;D)</translation>
    </message>
    <message>
      <source>ETF</source>
      <translation>ETF</translation>
    </message>
    <message>
      <source>Each Python file in it is an indicator, read again whenever it is saved</source>
      <translation>其中每个 Python 档都是一个指标，保存后即重新读取</translation>
    </message>
    <message>
      <source>Earnings</source>
      <translation>业绩</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Edit te&amp;xt…</source>
      <translation>编辑文字(&amp;X)…</translation>
    </message>
    <message>
      <source>Efficiency Ratio (Kaufman)</source>
      <translation>效率比率（考夫曼）</translation>
    </message>
    <message>
      <source>Ehlers' average over one dominant cycle, which takes the cycle out of the price.</source>
      <translation>艾勒斯以一个主导周期计算的平均，可除去价格中的周期。</translation>
    </message>
    <message>
      <source>Ehlers' average whose speed follows the phase of the dominant cycle; its slower twin crosses it.</source>
      <translation>艾勒斯随主导周期相位变速的平均；较慢的一条与它交叉。</translation>
    </message>
    <message>
      <source>Eight averages of growing length: in order and spreading in a trend, tangled without one.</source>
      <translation>八条由短至长的平均线：趋势中排列并散开，无趋势时纠缠。</translation>
    </message>
    <message>
      <source>Elder Ray Index</source>
      <translation>埃尔德透视指标</translation>
    </message>
    <message>
      <source>Elliott correction wave (ABC)</source>
      <translation>艾略特调整浪 (ABC)</translation>
    </message>
    <message>
      <source>Elliott impulse wave (12345)</source>
      <translation>艾略特推动浪 (12345)</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>椭圆</translation>
    </message>
    <message>
      <source>Empty fields follow the variables HTTPS_PROXY and REQUESTS_CA_BUNDLE. Nothing but this test connects before live data is used.</source>
      <translation>留空则采用变量 HTTPS_PROXY 及 REQUESTS_CA_BUNDLE。使用实时数据之前，只有此测试会连接。</translation>
    </message>
    <message>
      <source>Engulfing</source>
      <translation>吞没形态</translation>
    </message>
    <message>
      <source>Enter shows it, Ctrl+Enter adds it to the watchlist</source>
      <translation>Enter 显示，Ctrl+Enter 加入自选股</translation>
    </message>
    <message>
      <source>Equal distances for equal percentages</source>
      <translation>相同距离代表相同百分比</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Evening Doji Star</source>
      <translation>黄昏十字星</translation>
    </message>
    <message>
      <source>Evening Star</source>
      <translation>黄昏之星</translation>
    </message>
    <message>
      <source>Every command, indicator and symbol of the watchlist by a few letters</source>
      <translation>以几个字母找出任何命令、指标及自选股代码</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Everything it writes is kept in {folder}</source>
      <translation>写入的一切都存放于 {folder}</translation>
    </message>
    <message>
      <source>Exponential Moving Average</source>
      <translation>指数移动平均</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export &amp;visible range…</source>
      <translation>导出可见范围(&amp;V)…</translation>
    </message>
    <message>
      <source>Exporting to {file}…</source>
      <translation>正在导出至 {file}…</translation>
    </message>
    <message>
      <source>Extend to the left</source>
      <translation>向左延伸</translation>
    </message>
    <message>
      <source>Extend to the right</source>
      <translation>向右延伸</translation>
    </message>
    <message>
      <source>Extended line</source>
      <translation>延长线</translation>
    </message>
    <message>
      <source>Extreme</source>
      <translation>极端值</translation>
    </message>
    <message>
      <source>Fast</source>
      <translation>快</translation>
    </message>
    <message>
      <source>Fast %D</source>
      <translation>快速 %D</translation>
    </message>
    <message>
      <source>Fast %K</source>
      <translation>快速 %K</translation>
    </message>
    <message>
      <source>Fast average</source>
      <translation>快速平均</translation>
    </message>
    <message>
      <source>Fast limit</source>
      <translation>快速上限</translation>
    </message>
    <message>
      <source>Fast while the price moves in one direction, slow while it moves back and forth.</source>
      <translation>价格单向走时快，来回波动时慢。</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>最爱</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>最爱</translation>
    </message>
    <message>
      <source>Fi&amp;ll the chart with the pane</source>
      <translation>以窗格填满图表(&amp;L)</translation>
    </message>
    <message>
      <source>Fibonacci</source>
      <translation>斐波那契</translation>
    </message>
    <message>
      <source>Fibonacci arcs</source>
      <translation>斐波那契弧线</translation>
    </message>
    <message>
      <source>Fibonacci channel</source>
      <translation>斐波那契通道</translation>
    </message>
    <message>
      <source>Fibonacci extension</source>
      <translation>斐波那契扩展</translation>
    </message>
    <message>
      <source>Fibonacci fan</source>
      <translation>斐波那契扇形</translation>
    </message>
    <message>
      <source>Fibonacci retracement</source>
      <translation>斐波那契回调</translation>
    </message>
    <message>
      <source>Fibonacci time zones</source>
      <translation>斐波那契时间带</translation>
    </message>
    <message>
      <source>Fil&amp;e</source>
      <translation>文件(&amp;E)</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Fill</source>
      <translation>填色</translation>
    </message>
    <message>
      <source>Fill the chart with a pane, or show all</source>
      <translation>以一个窗格填满图表，或显示全部</translation>
    </message>
    <message>
      <source>Find a &amp;symbol…</source>
      <translation>查找代码(&amp;S)…</translation>
    </message>
    <message>
      <source>Find a symbol</source>
      <translation>查找代码</translation>
    </message>
    <message>
      <source>First bar</source>
      <translation>第一根K线</translation>
    </message>
    <message>
      <source>First in line</source>
      <translation>首见行号</translation>
    </message>
    <message>
      <source>First lines of the file</source>
      <translation>文件首数行</translation>
    </message>
    <message>
      <source>First or latest bars</source>
      <translation>最初或最新K线</translation>
    </message>
    <message>
      <source>First smoothing</source>
      <translation>首次平滑</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>旗帜</translation>
    </message>
    <message>
      <source>Flat top/bottom</source>
      <translation>平顶／平底</translation>
    </message>
    <message>
      <source>Fold a pane up, or open it</source>
      <translation>折起或展开窗格</translation>
    </message>
    <message>
      <source>Fold the le&amp;gend</source>
      <translation>折起图例(&amp;G)</translation>
    </message>
    <message>
      <source>Folder of your own &amp;indicators</source>
      <translation>自订指标文件夹(&amp;I)</translation>
    </message>
    <message>
      <source>Follows the price on bars with less volume than the one before, starting at 1,000.</source>
      <translation>在成交量较前一根少的K线跟随价格，由 1,000 开始。</translation>
    </message>
    <message>
      <source>Follows the price on bars with more volume than the one before, starting at 1,000.</source>
      <translation>在成交量较前一根多的K线跟随价格，由 1,000 开始。</translation>
    </message>
    <message>
      <source>Force Index (Elder)</source>
      <translation>劲力指数（埃尔德）</translation>
    </message>
    <message>
      <source>Forecast Oscillator</source>
      <translation>预测震荡指标</translation>
    </message>
    <message>
      <source>Forget template</source>
      <translation>移除模板</translation>
    </message>
    <message>
      <source>Fractals</source>
      <translation>分形</translation>
    </message>
    <message>
      <source>From</source>
      <translation>由</translation>
    </message>
    <message>
      <source>From, to</source>
      <translation>由，至</translation>
    </message>
    <message>
      <source>Fund</source>
      <translation>基金</translation>
    </message>
    <message>
      <source>Future</source>
      <translation>期货</translation>
    </message>
    <message>
      <source>Gann</source>
      <translation>江恩</translation>
    </message>
    <message>
      <source>Gann box</source>
      <translation>江恩箱</translation>
    </message>
    <message>
      <source>Gann fan</source>
      <translation>江恩扇形</translation>
    </message>
    <message>
      <source>Gap Side-by-Side White Lines</source>
      <translation>并列白线缺口</translation>
    </message>
    <message>
      <source>Gap Three Methods</source>
      <translation>缺口三法</translation>
    </message>
    <message>
      <source>Give it a pane of its own</source>
      <translation>放到独立窗格</translation>
    </message>
    <message>
      <source>Go</source>
      <translation>前往</translation>
    </message>
    <message>
      <source>Go through the indicators on the chart; keys and commands then act on the selected one</source>
      <translation>逐一选取图表上的指标；按键及命令即作用于所选指标</translation>
    </message>
    <message>
      <source>Go to date</source>
      <translation>前往日期</translation>
    </message>
    <message>
      <source>Gravestone Doji</source>
      <translation>墓碑十字</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>绿</translation>
    </message>
    <message>
      <source>Green rises, red falls</source>
      <translation>绿涨红跌</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>灰</translation>
    </message>
    <message>
      <source>Guess everything again</source>
      <translation>重新猜测全部</translation>
    </message>
    <message>
      <source>Guessed</source>
      <translation>已猜测</translation>
    </message>
    <message>
      <source>H</source>
      <translation>高</translation>
    </message>
    <message>
      <source>H&amp;ide</source>
      <translation>隐藏(&amp;I)</translation>
    </message>
    <message>
      <source>Half-way between the highest and the lowest value of the source over the period.</source>
      <translation>周期内来源最高值与最低值的中点。</translation>
    </message>
    <message>
      <source>Half-way between the highest high and the lowest low of the period.</source>
      <translation>周期内最高价与最低价的中点。</translation>
    </message>
    <message>
      <source>Hammer</source>
      <translation>锤头</translation>
    </message>
    <message>
      <source>Hanging Man</source>
      <translation>吊颈</translation>
    </message>
    <message>
      <source>Harami</source>
      <translation>孕线</translation>
    </message>
    <message>
      <source>Harami Cross</source>
      <translation>十字孕线</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>头</translation>
    </message>
    <message>
      <source>Head and shoulders</source>
      <translation>头肩形态</translation>
    </message>
    <message>
      <source>Headley's bands: averages of high and low, set further apart by the bars' relative range.</source>
      <translation>赫德利通道：高低价的平均，按K线的相对波幅再拉宽。</translation>
    </message>
    <message>
      <source>Heikin-&amp;Ashi</source>
      <translation>平均K线(&amp;A)</translation>
    </message>
    <message>
      <source>Heikin-Ashi</source>
      <translation>平均K线</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Hidden</source>
      <translation>已隐藏</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>隐藏</translation>
    </message>
    <message>
      <source>Hide all drawings</source>
      <translation>隐藏所有绘图</translation>
    </message>
    <message>
      <source>Hide details</source>
      <translation>隐藏详情</translation>
    </message>
    <message>
      <source>Hide dividends and splits</source>
      <translation>隐藏股息及拆股</translation>
    </message>
    <message>
      <source>Hide layer {layer}</source>
      <translation>隐藏图层 {layer}</translation>
    </message>
    <message>
      <source>Hide or show {drawing}</source>
      <translation>隐藏或显示 {drawing}</translation>
    </message>
    <message>
      <source>Hide the selected drawings; the panel of drawings shows them again</source>
      <translation>隐藏所选绘图；可于绘图面板再次显示</translation>
    </message>
    <message>
      <source>Hide the selected indicator, or show it again</source>
      <translation>隐藏所选指标，或再次显示</translation>
    </message>
    <message>
      <source>Hide this drawing</source>
      <translation>隐藏此绘图</translation>
    </message>
    <message>
      <source>Hide {drawing}</source>
      <translation>隐藏 {drawing}</translation>
    </message>
    <message>
      <source>Hide {indicator}</source>
      <translation>隐藏 {indicator}</translation>
    </message>
    <message>
      <source>High</source>
      <translation>最高</translation>
    </message>
    <message>
      <source>High Wave</source>
      <translation>高浪线</translation>
    </message>
    <message>
      <source>High and low less the exponential average of the close: the reach of buyers and of sellers.</source>
      <translation>高低价减收盘价的指数平均：买方及卖方的力度。</translation>
    </message>
    <message>
      <source>High and low of each session's first minutes, drawn through the rest of it.</source>
      <translation>每个交易时段首若干分钟的高低位，画至时段完结。</translation>
    </message>
    <message>
      <source>High of March</source>
      <translation>三月高位</translation>
    </message>
    <message>
      <source>High prices at the bottom</source>
      <translation>高价置于底部</translation>
    </message>
    <message>
      <source>High, low and close of the session, week, month or year before.</source>
      <translation>前一时段、周、月或年的高、低及收盘价。</translation>
    </message>
    <message>
      <source>High-l&amp;ow</source>
      <translation>高低线(&amp;O)</translation>
    </message>
    <message>
      <source>Highest Value</source>
      <translation>最高值</translation>
    </message>
    <message>
      <source>Highlighter</source>
      <translation>萤光笔</translation>
    </message>
    <message>
      <source>Hikkake</source>
      <translation>陷阱形态</translation>
    </message>
    <message>
      <source>Hilbert Transform - Dominant Cycle Period</source>
      <translation>希尔伯特转换－主导周期长度</translation>
    </message>
    <message>
      <source>Hilbert Transform - Dominant Cycle Phase</source>
      <translation>希尔伯特转换－主导周期相位</translation>
    </message>
    <message>
      <source>Hilbert Transform - Instantaneous Trendline</source>
      <translation>希尔伯特转换－瞬时趋势线</translation>
    </message>
    <message>
      <source>Hilbert Transform - Phasor Components</source>
      <translation>希尔伯特转换－相量分量</translation>
    </message>
    <message>
      <source>Hilbert Transform - Sine Wave</source>
      <translation>希尔伯特转换－正弦波</translation>
    </message>
    <message>
      <source>Hilbert Transform - Trend or Cycle</source>
      <translation>希尔伯特转换－趋势或循环</translation>
    </message>
    <message>
      <source>Histogram</source>
      <translation>柱</translation>
    </message>
    <message>
      <source>Histogram from zero</source>
      <translation>零轴柱</translation>
    </message>
    <message>
      <source>Home End</source>
      <translation>Home End</translation>
    </message>
    <message>
      <source>Homing Pigeon</source>
      <translation>家鸽</translation>
    </message>
    <message>
      <source>Horizontal line</source>
      <translation>水平线</translation>
    </message>
    <message>
      <source>Horizontal ray</source>
      <translation>水平射线</translation>
    </message>
    <message>
      <source>How far the close lies below the highest high of the period, in per cent of its range.</source>
      <translation>收盘价低于周期最高价多少，以波幅的百分比表示。</translation>
    </message>
    <message>
      <source>How far the price moved for each unit of volume.</source>
      <translation>每单位成交量推动价格多少。</translation>
    </message>
    <message>
      <source>How fast simulated trading goes</source>
      <translation>模拟交易的速度</translation>
    </message>
    <message>
      <source>How large a move makes a brick, turns a Kagi line, or fills a box, and how many boxes or lines turn</source>
      <translation>价格走多远才画一砖、令卡吉线转向或填满一格，以及多少格或线才反转</translation>
    </message>
    <message>
      <source>How many of the other one of this costs: it rises while this does better than the other.</source>
      <translation>买一股此产品相当于多少另一产品：此产品表现较佳时上升。</translation>
    </message>
    <message>
      <source>How much dearer this is than a multiple of the other one, and how unusual that is.</source>
      <translation>此产品较另一产品的倍数贵多少，以及有多不寻常。</translation>
    </message>
    <message>
      <source>How much was traded at which price by the bars in view, with the point of control and the value area.</source>
      <translation>画面中的K线在各价位的成交量，附控制点及价值区。</translation>
    </message>
    <message>
      <source>How much was traded at which price from one time to another.</source>
      <translation>两个时间之间在各价位的成交量。</translation>
    </message>
    <message>
      <source>How much was traded at which price in each session, week, month or year.</source>
      <translation>每个时段、周、月或年在各价位的成交量。</translation>
    </message>
    <message>
      <source>How recent the highest high and the lowest low of the period are: 100 for this bar, 0 for the first.</source>
      <translation>周期最高价及最低价有多近：100 为此K线，0 为最旧。</translation>
    </message>
    <message>
      <source>How strong a trend is, whatever its direction: above 25 strong, below 20 weak.</source>
      <translation>趋势有多强，不论方向：25 以上为强，20 以下为弱。</translation>
    </message>
    <message>
      <source>Hull Moving Average</source>
      <translation>赫尔移动平均</translation>
    </message>
    <message>
      <source>I&amp;ndicators</source>
      <translation>指标(&amp;N)</translation>
    </message>
    <message>
      <source>Ichimoku Cloud</source>
      <translation>一目均衡表</translation>
    </message>
    <message>
      <source>Icon</source>
      <translation>图标</translation>
    </message>
    <message>
      <source>Identical Three Crows</source>
      <translation>三胞胎乌鸦</translation>
    </message>
    <message>
      <source>In a box</source>
      <translation>加框</translation>
    </message>
    <message>
      <source>In phase</source>
      <translation>同相分量</translation>
    </message>
    <message>
      <source>In-Neck</source>
      <translation>颈内线</translation>
    </message>
    <message>
      <source>Inde&amp;xed scale</source>
      <translation>指数化刻度(&amp;X)</translation>
    </message>
    <message>
      <source>Inde&amp;xed to 100</source>
      <translation>指数化至 100(&amp;X)</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>指数</translation>
    </message>
    <message>
      <source>Indexed scale</source>
      <translation>指数化刻度</translation>
    </message>
    <message>
      <source>Indicator</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Indicators</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Info line</source>
      <translation>信息线</translation>
    </message>
    <message>
      <source>Inner bands</source>
      <translation>内通道</translation>
    </message>
    <message>
      <source>Inside</source>
      <translation>内部</translation>
    </message>
    <message>
      <source>Inside pitchfork</source>
      <translation>内部音叉线</translation>
    </message>
    <message>
      <source>Intermediate</source>
      <translation>中间级</translation>
    </message>
    <message>
      <source>Interval</source>
      <translation>时间周期</translation>
    </message>
    <message>
      <source>Interval {interval}</source>
      <translation>周期 {interval}</translation>
    </message>
    <message>
      <source>Intervals</source>
      <translation>周期</translation>
    </message>
    <message>
      <source>Intraday Momentum Index</source>
      <translation>日内动量指数</translation>
    </message>
    <message>
      <source>Invert the scale</source>
      <translation>反转刻度</translation>
    </message>
    <message>
      <source>Inverted Hammer</source>
      <translation>倒锤头</translation>
    </message>
    <message>
      <source>It crashed its own process (signal {signal}).</source>
      <translation>它使自己的进程崩溃（信号 {signal}）。</translation>
    </message>
    <message>
      <source>It declares more than one indicator. Put each into a file of its own.</source>
      <translation>文件宣告了多于一个指标，请每个指标各放一个文件。</translation>
    </message>
    <message>
      <source>It declares no indicator. Put @indicator(...) above the function that computes it.</source>
      <translation>文件没有宣告指标，请在计算函数之上加 @indicator(...)。</translation>
    </message>
    <message>
      <source>It ended its own process (status {status}).</source>
      <translation>它结束了自己的进程（状态 {status}）。</translation>
    </message>
    <message>
      <source>It returned no values for the plot “{plot}”.</source>
      <translation>它没有返回图线“{plot}”的数值。</translation>
    </message>
    <message>
      <source>It returned nothing. Return an array with a value for each bar.</source>
      <translation>它没有返回任何内容。请返回一个数组，每根K线一个数值。</translation>
    </message>
    <message>
      <source>It returned {arrays} arrays for {plots} plots. Name the plots in @indicator(plots=...).</source>
      <translation>它返回了 {arrays} 个数组，但有 {plots} 条图线。请在 @indicator(plots=...) 中为图线命名。</translation>
    </message>
    <message>
      <source>It took longer than {seconds} seconds and was stopped.</source>
      <translation>它运行超过 {seconds} 秒，已被终止。</translation>
    </message>
    <message>
      <source>It was stopped.</source>
      <translation>已被停止。</translation>
    </message>
    <message>
      <source>Its own</source>
      <translation>独立</translation>
    </message>
    <message>
      <source>Joins the turns between swings of at least the given size; the last leg may still change.</source>
      <translation>连接不小于指定幅度的转角；最后一段仍可能改变。</translation>
    </message>
    <message>
      <source>Jump to the newest bar</source>
      <translation>跳至最新K线</translation>
    </message>
    <message>
      <source>KDJ</source>
      <translation>KDJ</translation>
    </message>
    <message>
      <source>Ka&amp;gi</source>
      <translation>卡吉图(&amp;G)</translation>
    </message>
    <message>
      <source>Kagi</source>
      <translation>卡吉图</translation>
    </message>
    <message>
      <source>Kagi reversal</source>
      <translation>卡吉反转幅度</translation>
    </message>
    <message>
      <source>Kaufman Adaptive Moving Average</source>
      <translation>考夫曼自适应移动平均</translation>
    </message>
    <message>
      <source>Keep the chart's indicators under a name, to show them on any chart</source>
      <translation>以名称保存图表的指标，以便在任何图表显示</translation>
    </message>
    <message>
      <source>Keep this workspace under a name; it saves itself from then on</source>
      <translation>以名称保存此工作区；其后会自动保存</translation>
    </message>
    <message>
      <source>Keltner Channels</source>
      <translation>肯特纳通道</translation>
    </message>
    <message>
      <source>Keyboard and mouse</source>
      <translation>键盘及鼠标</translation>
    </message>
    <message>
      <source>Kicking</source>
      <translation>反冲形态</translation>
    </message>
    <message>
      <source>Kicking (by the longer marubozu)</source>
      <translation>反冲形态（以较长光脚烛为准）</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>种类</translation>
    </message>
    <message>
      <source>Kind of line</source>
      <translation>线种</translation>
    </message>
    <message>
      <source>L</source>
      <translation>低</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>Ladder Bottom</source>
      <translation>梯底</translation>
    </message>
    <message>
      <source>Lagging span</source>
      <translation>延迟线</translation>
    </message>
    <message>
      <source>Lambert's distance of the typical price from its mean, in units of 0.015 mean deviations.</source>
      <translation>兰伯特的典型价格与其平均的距离，以 0.015 平均偏差为单位。</translation>
    </message>
    <message>
      <source>Lane's place of the close in the range of the period, smoothed, and its average.</source>
      <translation>莱恩的收盘价在周期波幅中的位置，经平滑，及其平均。</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Language, theme, habits and connections</source>
      <translation>语言、主题、习惯及连接</translation>
    </message>
    <message>
      <source>Largest distance</source>
      <translation>最大距离</translation>
    </message>
    <message>
      <source>Larry Williams' buying pressure over three periods, the short one weighing most, in per cent.</source>
      <translation>拉里．威廉斯的三个周期买压，短周期权重最大，以百分比表示。</translation>
    </message>
    <message>
      <source>Lay another instrument over this one, in percent; once more takes it off</source>
      <translation>将另一产品以百分比叠加于此图；再按一次移除</translation>
    </message>
    <message>
      <source>Lay it over the bars</source>
      <translation>叠加于K线之上</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Lead sine</source>
      <translation>领先正弦</translation>
    </message>
    <message>
      <source>Leading span A</source>
      <translation>先行带 A</translation>
    </message>
    <message>
      <source>Leading span B</source>
      <translation>先行带 B</translation>
    </message>
    <message>
      <source>Leave only its legend; Ctrl and a double click do the same</source>
      <translation>只留下图例；Ctrl 加双击亦可</translation>
    </message>
    <message>
      <source>Leave the lines of indicators out of the legend</source>
      <translation>图例不列出指标</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>左</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>已忽略</translation>
    </message>
    <message>
      <source>Left out, some rows for several reasons:</source>
      <translation>已忽略（有些行有多个原因）：</translation>
    </message>
    <message>
      <source>Left out:</source>
      <translation>已忽略：</translation>
    </message>
    <message>
      <source>Length of the bars; typing a number over the chart does the same</source>
      <translation>K线的长度；在图表上输入数字亦可</translation>
    </message>
    <message>
      <source>Let bars come by themselves</source>
      <translation>让K线自动前进</translation>
    </message>
    <message>
      <source>Let go to put it into a place of its own here</source>
      <translation>放开即放到此处的独立位置</translation>
    </message>
    <message>
      <source>Let go to put it into this pane</source>
      <translation>放开即放入此窗格</translation>
    </message>
    <message>
      <source>Let the demonstration go on after its last day with invented trades, to see live prices offline</source>
      <translation>让示范市场在最后一日后以虚构成交继续，离线体验实时价格</translation>
    </message>
    <message>
      <source>Levels</source>
      <translation>水平</translation>
    </message>
    <message>
      <source>Levels and sessions</source>
      <translation>水平及时段</translation>
    </message>
    <message>
      <source>Levels in time</source>
      <translation>时间水平</translation>
    </message>
    <message>
      <source>Levels of support and resistance reckoned from the high, low and close of the period before.</source>
      <translation>由前一期的高、低及收盘价推算的支撑及阻力位。</translation>
    </message>
    <message>
      <source>Li&amp;near</source>
      <translation>线性(&amp;N)</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>线</translation>
    </message>
    <message>
      <source>Linear Regression</source>
      <translation>线性回归</translation>
    </message>
    <message>
      <source>Linear Regression Angle</source>
      <translation>线性回归角度</translation>
    </message>
    <message>
      <source>Linear Regression Intercept</source>
      <translation>线性回归截距</translation>
    </message>
    <message>
      <source>Linear Regression Slope</source>
      <translation>线性回归斜率</translation>
    </message>
    <message>
      <source>Linear for now: a logarithmic scale needs values above zero, and not all in view are</source>
      <translation>暂时为线性：对数刻度只能显示大于零的数值，而画面中并非全部都是</translation>
    </message>
    <message>
      <source>Linear for now: no price in view is above zero, to count from it</source>
      <translation>暂时为线性：画面中没有大于零的价格可作计算起点</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>线</translation>
    </message>
    <message>
      <source>Lines above the first bar</source>
      <translation>首根K线之上的行数</translation>
    </message>
    <message>
      <source>Lines of closes, turned when the last three are broken</source>
      <translation>收盘价的线段，突破最近三线才反转</translation>
    </message>
    <message>
      <source>Lines that a break turns</source>
      <translation>突破后反转所需线数</translation>
    </message>
    <message>
      <source>Lionrock cannot write to its home folder {folder} ({reason}). Make it writable, or choose another one with --home DIR or the variable LIONROCK_HOME.</source>
      <translation>Lionrock 无法写入主文件夹 {folder}（{reason}）。请设为可写入，或以 --home DIR 或变量 LIONROCK_HOME 选择其他文件夹。</translation>
    </message>
    <message>
      <source>Lionrock is being closed.</source>
      <translation>Lionrock 正在关闭。</translation>
    </message>
    <message>
      <source>Lionrock met an error of its own. Your work is safe and you can go on; the details are in {log}.</source>
      <translation>Lionrock 发生内部错误。你的工作安全，可以继续；详情见 {log}。</translation>
    </message>
    <message>
      <source>Lionrock was started with --offline, so no connection is made. Start it without that to try one.</source>
      <translation>Lionrock 以 --offline 启动，不会连接。如要试连接，请不加此选项再启动。</translation>
    </message>
    <message>
      <source>Lionrock was started with --offline, so no connection is made. Start it without that to use live data.</source>
      <translation>Lionrock 以 --offline 启动，不会连接。如要使用实时数据，请不加此选项再启动。</translation>
    </message>
    <message>
      <source>Lionrock workspaces (*.json)</source>
      <translation>Lionrock 工作区 (*.json)</translation>
    </message>
    <message>
      <source>Lionrock's icon</source>
      <translation>Lionrock 图标</translation>
    </message>
    <message>
      <source>Live prices come faster than they can be taken in. They are asked for instead.</source>
      <translation>实时价格来得太快，未能处理，改为定时查询。</translation>
    </message>
    <message>
      <source>Live, last trade at {time}</source>
      <translation>实时，最后成交于 {time}</translation>
    </message>
    <message>
      <source>Lo&amp;garithmic</source>
      <translation>对数(&amp;G)</translation>
    </message>
    <message>
      <source>Loading {symbol}…</source>
      <translation>正在加载 {symbol}…</translation>
    </message>
    <message>
      <source>Lock all drawings</source>
      <translation>锁定所有绘图</translation>
    </message>
    <message>
      <source>Lock or unlock {drawing}</source>
      <translation>锁定或解锁 {drawing}</translation>
    </message>
    <message>
      <source>Lock this drawing against changes by hand</source>
      <translation>锁定此绘图，避免手动更改</translation>
    </message>
    <message>
      <source>Lock {drawing}</source>
      <translation>锁定 {drawing}</translation>
    </message>
    <message>
      <source>Logarithmic scale</source>
      <translation>对数刻度</translation>
    </message>
    <message>
      <source>Long</source>
      <translation>长期</translation>
    </message>
    <message>
      <source>Long Line</source>
      <translation>长烛</translation>
    </message>
    <message>
      <source>Long change</source>
      <translation>长期变动</translation>
    </message>
    <message>
      <source>Long position</source>
      <translation>多头仓位</translation>
    </message>
    <message>
      <source>Long-Legged Doji</source>
      <translation>长脚十字</translation>
    </message>
    <message>
      <source>Longest interval</source>
      <translation>最长周期</translation>
    </message>
    <message>
      <source>Low</source>
      <translation>最低</translation>
    </message>
    <message>
      <source>Lower</source>
      <translation>下方</translation>
    </message>
    <message>
      <source>Lower multiple</source>
      <translation>下方倍数</translation>
    </message>
    <message>
      <source>Lower, outer</source>
      <translation>下方（外）</translation>
    </message>
    <message>
      <source>Lowest Value</source>
      <translation>最低值</translation>
    </message>
    <message>
      <source>Lowest and Highest Value</source>
      <translation>最低及最高值</translation>
    </message>
    <message>
      <source>MACD 12/26 with Appel's Factors</source>
      <translation>MACD 12/26（阿佩尔因子）</translation>
    </message>
    <message>
      <source>MACD with Chosen Averages</source>
      <translation>MACD（自选平均）</translation>
    </message>
    <message>
      <source>MACD with Zero-Line Crossings</source>
      <translation>MACD（零线交叉）</translation>
    </message>
    <message>
      <source>MESA Adaptive Moving Average</source>
      <translation>MESA 自适应移动平均</translation>
    </message>
    <message>
      <source>Magnet</source>
      <translation>磁吸</translation>
    </message>
    <message>
      <source>Magnet: &amp;always</source>
      <translation>磁吸：总是(&amp;A)</translation>
    </message>
    <message>
      <source>Magnet: &amp;near prices</source>
      <translation>磁吸：近价时(&amp;N)</translation>
    </message>
    <message>
      <source>Make room on the disk or make its folder writable and try again, or save a copy elsewhere.</source>
      <translation>请腾出磁盘空间或将其文件夹设为可写入后再试，或另存一份。</translation>
    </message>
    <message>
      <source>Make room on the disk or make its folder writable and try again.</source>
      <translation>请腾出磁盘空间或将其文件夹设为可写入后再试。</translation>
    </message>
    <message>
      <source>Make the step again that was taken back</source>
      <translation>重做已撤销的步骤</translation>
    </message>
    <message>
      <source>Market Facilitation Index (Bill Williams)</source>
      <translation>市场促进指数（比尔．威廉斯）</translation>
    </message>
    <message>
      <source>Marks each bar that completes the pattern: below it when it is bullish, above it when it is bearish.</source>
      <translation>标示完成形态的每根K线：看涨在下方，看跌在上方。</translation>
    </message>
    <message>
      <source>Marks highs and lows that stand out among the bars around them.</source>
      <translation>标示在四周K线中突出的高低位。</translation>
    </message>
    <message>
      <source>Marks of dividends and &amp;splits</source>
      <translation>股息及拆股标记(&amp;S)</translation>
    </message>
    <message>
      <source>Marubozu</source>
      <translation>光头光脚烛</translation>
    </message>
    <message>
      <source>Mass Index</source>
      <translation>质量指数</translation>
    </message>
    <message>
      <source>Mat Hold</source>
      <translation>铺垫形态</translation>
    </message>
    <message>
      <source>Matching Low</source>
      <translation>相同低价</translation>
    </message>
    <message>
      <source>Maximum</source>
      <translation>最高</translation>
    </message>
    <message>
      <source>Mean (O+H+L+C)/4</source>
      <translation>平均 (O+H+L+C)/4</translation>
    </message>
    <message>
      <source>Measure price, bars, time and volume</source>
      <translation>量度价格、K线数、时间及成交量</translation>
    </message>
    <message>
      <source>Measures</source>
      <translation>量度</translation>
    </message>
    <message>
      <source>Median Price</source>
      <translation>中位价</translation>
    </message>
    <message>
      <source>Medium</source>
      <translation>中</translation>
    </message>
    <message>
      <source>Menus</source>
      <translation>菜单</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Mid-Price</source>
      <translation>中间价</translation>
    </message>
    <message>
      <source>Middle</source>
      <translation>中</translation>
    </message>
    <message>
      <source>Middle (H+L)/2</source>
      <translation>中点 (H+L)/2</translation>
    </message>
    <message>
      <source>Midpoint</source>
      <translation>中点</translation>
    </message>
    <message>
      <source>Minor</source>
      <translation>小级</translation>
    </message>
    <message>
      <source>Minuette</source>
      <translation>微级</translation>
    </message>
    <message>
      <source>Minus Directional Indicator</source>
      <translation>负趋向指标</translation>
    </message>
    <message>
      <source>Minus Directional Movement</source>
      <translation>负趋向变动</translation>
    </message>
    <message>
      <source>Minute</source>
      <translation>细级</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>分钟</translation>
    </message>
    <message>
      <source>Modified Hikkake</source>
      <translation>改良陷阱形态</translation>
    </message>
    <message>
      <source>Modified Schiff</source>
      <translation>改良希夫</translation>
    </message>
    <message>
      <source>Modified Schiff pitchfork</source>
      <translation>改良希夫音叉线</translation>
    </message>
    <message>
      <source>Momentum</source>
      <translation>动量</translation>
    </message>
    <message>
      <source>Money Flow Index</source>
      <translation>资金流量指数</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>月</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>More for {indicator}</source>
      <translation>{indicator} 的更多操作</translation>
    </message>
    <message>
      <source>More than a day: only whole days, such as 2D</source>
      <translation>超过一日：只可用整日，例如 2D</translation>
    </message>
    <message>
      <source>More tools: {group}</source>
      <translation>更多工具：{group}</translation>
    </message>
    <message>
      <source>Morning Doji Star</source>
      <translation>早晨十字星</translation>
    </message>
    <message>
      <source>Morning Star</source>
      <translation>早晨之星</translation>
    </message>
    <message>
      <source>Move a pane</source>
      <translation>移动窗格</translation>
    </message>
    <message>
      <source>Move an indicator to another pane</source>
      <translation>将指标移至另一窗格</translation>
    </message>
    <message>
      <source>Move by a tenth of the view</source>
      <translation>移动画面的十分之一</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Move the chart and select drawings</source>
      <translation>移动图表及选取绘图</translation>
    </message>
    <message>
      <source>Move the pane &amp;down</source>
      <translation>下移窗格(&amp;D)</translation>
    </message>
    <message>
      <source>Move the pane &amp;up</source>
      <translation>上移窗格(&amp;U)</translation>
    </message>
    <message>
      <source>Move this bar</source>
      <translation>移动此列</translation>
    </message>
    <message>
      <source>Move through time</source>
      <translation>在时间中移动</translation>
    </message>
    <message>
      <source>Move to a &amp;new pane</source>
      <translation>移至新窗格(&amp;N)</translation>
    </message>
    <message>
      <source>Move to the &amp;price pane</source>
      <translation>移至价格窗格(&amp;P)</translation>
    </message>
    <message>
      <source>Move to the pane &amp;above</source>
      <translation>移至上面的窗格(&amp;A)</translation>
    </message>
    <message>
      <source>Move to the pane &amp;below</source>
      <translation>移至下面的窗格(&amp;B)</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>Move {indicator}</source>
      <translation>移动 {indicator}</translation>
    </message>
    <message>
      <source>Move {symbol} in the watchlist</source>
      <translation>在自选股中移动 {symbol}</translation>
    </message>
    <message>
      <source>Movement from low to high and from high to low over the period, each as a share of the true range.</source>
      <translation>周期内由低至高及由高至低的变动，各占真实波幅的比例。</translation>
    </message>
    <message>
      <source>Moving Average (any kind)</source>
      <translation>移动平均（任何种类）</translation>
    </message>
    <message>
      <source>Moving Average Convergence/Divergence</source>
      <translation>平滑异同移动平均线</translation>
    </message>
    <message>
      <source>Moving Average Ribbon</source>
      <translation>移动平均彩带</translation>
    </message>
    <message>
      <source>Moving averages</source>
      <translation>移动平均</translation>
    </message>
    <message>
      <source>Multiple</source>
      <translation>倍数</translation>
    </message>
    <message>
      <source>Multiplier</source>
      <translation>倍数</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name of the drawing</source>
      <translation>绘图名称</translation>
    </message>
    <message>
      <source>Name of the workspace</source>
      <translation>工作区名称</translation>
    </message>
    <message>
      <source>Name, as in “Neckline”</source>
      <translation>名称，例如「颈线」</translation>
    </message>
    <message>
      <source>Name, exact points, look and settings of the selected drawing</source>
      <translation>所选绘图的名称、精确点、外观及设置</translation>
    </message>
    <message>
      <source>Near prices</source>
      <translation>近价时</translation>
    </message>
    <message>
      <source>Negative Volume Index</source>
      <translation>负成交量指数</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>New indicator of your &amp;own…</source>
      <translation>新增自订指标(&amp;O)…</translation>
    </message>
    <message>
      <source>New indicator of your own</source>
      <translation>新增自订指标</translation>
    </message>
    <message>
      <source>New name of “{name}”</source>
      <translation>「{name}」的新名称</translation>
    </message>
    <message>
      <source>Next month</source>
      <translation>下个月</translation>
    </message>
    <message>
      <source>No bar in Yahoo Finance's answer for {symbol} can be used: {kinds}. Try again later.</source>
      <translation>Yahoo Finance 对 {symbol} 的答复没有可用的K线：{kinds}。请稍后再试。</translation>
    </message>
    <message>
      <source>No connection may be made. Switch to live data to search further.</source>
      <translation>不可连接。请转用实时数据以进一步搜索。</translation>
    </message>
    <message>
      <source>No connection may be made: these bars of {symbol} are the stored ones. Switch to live data to refresh them.</source>
      <translation>不可连接：{symbol} 的这些K线是已保存的。请转用实时数据更新。</translation>
    </message>
    <message>
      <source>No drawing fits.</source>
      <translation>没有符合的绘图。</translation>
    </message>
    <message>
      <source>No drawing has a layer; its properties give it one</source>
      <translation>没有绘图设有图层；可于其属性设置</translation>
    </message>
    <message>
      <source>No indicator fits “{text}”.
Try a part of its name, or its short name.</source>
      <translation>没有指标符合「{text}」。
请试名称的一部分或其简称。</translation>
    </message>
    <message>
      <source>No instrument fits. Type a code such as 9988, or a part of a name.</source>
      <translation>没有符合的产品。请输入代码如 9988，或名称的一部分。</translation>
    </message>
    <message>
      <source>No longer on the chart</source>
      <translation>已不在图表上</translation>
    </message>
    <message>
      <source>No row of AKShare's table of {symbol} can be used. Try again later.</source>
      <translation>AKShare 的 {symbol} 表格没有可用的数据行，请稍后再试。</translation>
    </message>
    <message>
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <source>None of the dates in “{name}” can be read. Write them as 2025-03-07 or 2025-03-07 09:30.</source>
      <translation>无法读取「{name}」的任何日期，请写成 2025-03-07 或 2025-03-07 09:30。</translation>
    </message>
    <message>
      <source>None of the {count:,} lines of “{name}” can be used: {kinds}.</source>
      <translation>「{name}」的 {count:,} 行全部无法使用：{kinds}。</translation>
    </message>
    <message>
      <source>Normalized Average True Range</source>
      <translation>标准化平均真实波幅</translation>
    </message>
    <message>
      <source>Not an interval: try 5, 1h, 1D, 1W or 1M</source>
      <translation>不是周期：请试 5、1h、1D、1W 或 1M</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>不使用</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>批注</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>批注</translation>
    </message>
    <message>
      <source>Nothing fits. Try fewer letters.</source>
      <translation>没有符合的项目，请减少字母。</translation>
    </message>
    <message>
      <source>Nothing has been refused so far.</source>
      <translation>至今没有拒绝任何数据。</translation>
    </message>
    <message>
      <source>Nothing in the file says whether its commas group thousands or begin the decimals.</source>
      <translation>文件中无法判断逗号是千位分隔还是小数点。</translation>
    </message>
    <message>
      <source>Nothing in the file says whether the day or the month comes first.</source>
      <translation>文件中无法判断日与月的先后。</translation>
    </message>
    <message>
      <source>Nothing is adjusted: a split is a jump</source>
      <translation>不作调整：拆股会成为缺口</translation>
    </message>
    <message>
      <source>Nothing is asked while the market rests.</source>
      <translation>市场休市期间不会查询。</translation>
    </message>
    <message>
      <source>Nothing is drawn yet. Choose a tool at the left edge.</source>
      <translation>尚未有绘图。请于左侧选择工具。</translation>
    </message>
    <message>
      <source>Nothing is selected. Click a drawing first.</source>
      <translation>没有选取任何项目。请先点击绘图。</translation>
    </message>
    <message>
      <source>Nothing is selected. Click a drawing or an indicator first.</source>
      <translation>没有选取任何项目。请先点击绘图或指标。</translation>
    </message>
    <message>
      <source>Nothing is stored of {symbol}, and no connection may be made. Switch to live data to fetch it.</source>
      <translation>没有 {symbol} 的保存数据，亦不可连接。请转用实时数据获取。</translation>
    </message>
    <message>
      <source>Nothing of {symbol} was traded in the last days.</source>
      <translation>最近数日 {symbol} 没有成交。</translation>
    </message>
    <message>
      <source>Nothing of {symbol} was traded in the time that was asked for.</source>
      <translation>所查询的时间内 {symbol} 没有成交。</translation>
    </message>
    <message>
      <source>Notices</source>
      <translation>通知</translation>
    </message>
    <message>
      <source>Nudge the selected drawings</source>
      <translation>微移所选绘图</translation>
    </message>
    <message>
      <source>Nudge {0}</source>
      <translation>微移{0}</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>数字</translation>
    </message>
    <message>
      <source>O</source>
      <translation>开</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>Of each</source>
      <translation>每个</translation>
    </message>
    <message>
      <source>Of its {count} points the first {shown} are listed.</source>
      <translation>共 {count} 点，列出首 {shown} 点。</translation>
    </message>
    <message>
      <source>Of the</source>
      <translation>取自</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>关</translation>
    </message>
    <message>
      <source>On Balance Volume</source>
      <translation>能量潮指标</translation>
    </message>
    <message>
      <source>On the chart</source>
      <translation>在图表上</translation>
    </message>
    <message>
      <source>On the line</source>
      <translation>在线上</translation>
    </message>
    <message>
      <source>On-Neck</source>
      <translation>颈上线</translation>
    </message>
    <message>
      <source>One bar back or on</source>
      <translation>后退或前进一根K线</translation>
    </message>
    <message>
      <source>One place down among the drawings</source>
      <translation>在绘图中下移一位</translation>
    </message>
    <message>
      <source>One place up among the drawings</source>
      <translation>在绘图中上移一位</translation>
    </message>
    <message>
      <source>Only on some intervals</source>
      <translation>只在某些周期显示</translation>
    </message>
    <message>
      <source>Opacity of the fill</source>
      <translation>填色不透明度</translation>
    </message>
    <message>
      <source>Opacity of the line</source>
      <translation>线的不透明度</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>开盘</translation>
    </message>
    <message>
      <source>Open a file…</source>
      <translation>开启文件…</translation>
    </message>
    <message>
      <source>Open and close of averaged bars: the close above the open is a rise.</source>
      <translation>平均K线的开盘及收盘价：收盘高于开盘即为升。</translation>
    </message>
    <message>
      <source>Open tables of bars (CSV, Excel, Parquet) or a workspace</source>
      <translation>开启K线表格（CSV、Excel、Parquet）或工作区</translation>
    </message>
    <message>
      <source>Open the &amp;data folder</source>
      <translation>开启文件夹(&amp;D)</translation>
    </message>
    <message>
      <source>Open with pre&amp;view…</source>
      <translation>预览后开启(&amp;V)…</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>开启 {name}</translation>
    </message>
    <message>
      <source>Open, high, low and close, with a filled body</source>
      <translation>开、高、低、收，烛身填色</translation>
    </message>
    <message>
      <source>Open, rename or delete a saved workspace</source>
      <translation>开启、重新命名或删除已存工作区</translation>
    </message>
    <message>
      <source>Open: {amount}</source>
      <translation>持仓中：{amount}</translation>
    </message>
    <message>
      <source>Opening Range</source>
      <translation>开盘波幅</translation>
    </message>
    <message>
      <source>Opening range</source>
      <translation>开盘波幅</translation>
    </message>
    <message>
      <source>Option</source>
      <translation>期权</translation>
    </message>
    <message>
      <source>Orange</source>
      <translation>橙</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>次序</translation>
    </message>
    <message>
      <source>Outer bands</source>
      <translation>外通道</translation>
    </message>
    <message>
      <source>Over the bars</source>
      <translation>叠加于K线</translation>
    </message>
    <message>
      <source>Pan&amp;es</source>
      <translation>窗格(&amp;E)</translation>
    </message>
    <message>
      <source>Pane</source>
      <translation>窗格</translation>
    </message>
    <message>
      <source>Parabolic SAR</source>
      <translation>抛物线转向指标</translation>
    </message>
    <message>
      <source>Parallel channel</source>
      <translation>平行通道</translation>
    </message>
    <message>
      <source>Parameters and look of the selected indicator</source>
      <translation>所选指标的参数及外观</translation>
    </message>
    <message>
      <source>Paste drawings</source>
      <translation>粘贴绘图</translation>
    </message>
    <message>
      <source>Path</source>
      <translation>路径</translation>
    </message>
    <message>
      <source>Patterns</source>
      <translation>形态</translation>
    </message>
    <message>
      <source>Pearson's correlation of the source with volume over the period.</source>
      <translation>来源与成交量在周期内的皮尔逊相关系数。</translation>
    </message>
    <message>
      <source>Penetration</source>
      <translation>穿透程度</translation>
    </message>
    <message>
      <source>Per cent</source>
      <translation>百分比</translation>
    </message>
    <message>
      <source>Percent Rank</source>
      <translation>百分位排名</translation>
    </message>
    <message>
      <source>Percent scale</source>
      <translation>百分比刻度</translation>
    </message>
    <message>
      <source>Percentage Price Oscillator</source>
      <translation>百分比价格震荡指标</translation>
    </message>
    <message>
      <source>Percentage Volume Oscillator</source>
      <translation>百分比成交量震荡指标</translation>
    </message>
    <message>
      <source>Percentile</source>
      <translation>百分位</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>周期</translation>
    </message>
    <message>
      <source>Period of the average</source>
      <translation>平均周期</translation>
    </message>
    <message>
      <source>Period of the mean</source>
      <translation>平均值周期</translation>
    </message>
    <message>
      <source>PgUp PgDn</source>
      <translation>PgUp PgDn</translation>
    </message>
    <message>
      <source>Pictures (*.png *.jpg)</source>
      <translation>图片 (*.png *.jpg)</translation>
    </message>
    <message>
      <source>Piercing Line</source>
      <translation>曙光初现</translation>
    </message>
    <message>
      <source>Pink</source>
      <translation>粉红</translation>
    </message>
    <message>
      <source>Pitchfork</source>
      <translation>音叉线</translation>
    </message>
    <message>
      <source>Pitchforks</source>
      <translation>音叉线</translation>
    </message>
    <message>
      <source>Pivot Points</source>
      <translation>轴心点</translation>
    </message>
    <message>
      <source>Pivots</source>
      <translation>轴心</translation>
    </message>
    <message>
      <source>Place of the label</source>
      <translation>标签位置</translation>
    </message>
    <message>
      <source>Place of the name</source>
      <translation>名称位置</translation>
    </message>
    <message>
      <source>Plus Directional Indicator</source>
      <translation>正趋向指标</translation>
    </message>
    <message>
      <source>Plus Directional Movement</source>
      <translation>正趋向变动</translation>
    </message>
    <message>
      <source>Point (1,234.5)</source>
      <translation>句点 (1,234.5)</translation>
    </message>
    <message>
      <source>Point and figure</source>
      <translation>点数图</translation>
    </message>
    <message>
      <source>Point and figure box</source>
      <translation>点数图格值</translation>
    </message>
    <message>
      <source>Point of control</source>
      <translation>控制点</translation>
    </message>
    <message>
      <source>Point {number}</source>
      <translation>点 {number}</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>点</translation>
    </message>
    <message>
      <source>Points always go to the nearest of open, high, low and close</source>
      <translation>点总是吸附至最近的开、高、低、收</translation>
    </message>
    <message>
      <source>Points go to open, high, low and close when near</source>
      <translation>点接近时吸附至开、高、低、收</translation>
    </message>
    <message>
      <source>Points go to the prices of bars; Ctrl turns it round while held</source>
      <translation>点吸附至K线价格；按住 Ctrl 则相反</translation>
    </message>
    <message>
      <source>Polyline</source>
      <translation>折线</translation>
    </message>
    <message>
      <source>Positive Volume Index</source>
      <translation>正成交量指数</translation>
    </message>
    <message>
      <source>Press and draw</source>
      <translation>按住并绘画</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>前一个</translation>
    </message>
    <message>
      <source>Previous High, Low and Close</source>
      <translation>前期高、低、收</translation>
    </message>
    <message>
      <source>Previous month</source>
      <translation>上个月</translation>
    </message>
    <message>
      <source>Price</source>
      <translation>价格</translation>
    </message>
    <message>
      <source>Price Volume Trend</source>
      <translation>价量趋势</translation>
    </message>
    <message>
      <source>Price a&amp;xis</source>
      <translation>价格轴(&amp;X)</translation>
    </message>
    <message>
      <source>Price axes at &amp;both sides</source>
      <translation>两侧价格轴(&amp;B)</translation>
    </message>
    <message>
      <source>Price axis at the &amp;left</source>
      <translation>左侧价格轴(&amp;L)</translation>
    </message>
    <message>
      <source>Price axis at the &amp;right</source>
      <translation>右侧价格轴(&amp;R)</translation>
    </message>
    <message>
      <source>Price label</source>
      <translation>价格标签</translation>
    </message>
    <message>
      <source>Price label on the axis</source>
      <translation>在坐标轴上标示价格</translation>
    </message>
    <message>
      <source>Price range</source>
      <translation>价格范围</translation>
    </message>
    <message>
      <source>Prices</source>
      <translation>价格</translation>
    </message>
    <message>
      <source>Prices and volumes are counted in today's shares</source>
      <translation>价格及成交量以今日股份计算</translation>
    </message>
    <message>
      <source>Prices as &amp;traded</source>
      <translation>实际成交价(&amp;T)</translation>
    </message>
    <message>
      <source>Prices have not moved far enough for this style.</source>
      <translation>价格变动不足，无法以此样式绘制。</translation>
    </message>
    <message>
      <source>Primary</source>
      <translation>主要级</translation>
    </message>
    <message>
      <source>Properties</source>
      <translation>属性</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>代理服务器</translation>
    </message>
    <message>
      <source>Purple</source>
      <translation>紫</translation>
    </message>
    <message>
      <source>Put a copy of the selected drawings beside them</source>
      <translation>在旁边放置所选绘图的副本</translation>
    </message>
    <message>
      <source>Put copied drawings on this chart's instrument</source>
      <translation>将复制的绘图放到此图表的产品上</translation>
    </message>
    <message>
      <source>Put right and kept</source>
      <translation>已修正并保留</translation>
    </message>
    <message>
      <source>Put right and kept:</source>
      <translation>已修正并保留：</translation>
    </message>
    <message>
      <source>Put the tool away, select nothing</source>
      <translation>放下工具，不选取任何项目</translation>
    </message>
    <message>
      <source>Python {python}, Qt {qt}. MIT licence.</source>
      <translation>Python {python}，Qt {qt}。MIT 授权。</translation>
    </message>
    <message>
      <source>Qstick</source>
      <translation>Q 棒指标</translation>
    </message>
    <message>
      <source>Quadrature</source>
      <translation>正交分量</translation>
    </message>
    <message>
      <source>Quantity {quantity}, reward to risk {ratio}</source>
      <translation>数量 {quantity}，收益风险比 {ratio}</translation>
    </message>
    <message>
      <source>Range</source>
      <translation>波幅</translation>
    </message>
    <message>
      <source>Range period</source>
      <translation>波幅周期</translation>
    </message>
    <message>
      <source>Ranges and scale</source>
      <translation>范围及刻度</translation>
    </message>
    <message>
      <source>Rate of Change</source>
      <translation>变动率</translation>
    </message>
    <message>
      <source>Rate of Change (fraction)</source>
      <translation>变动率（分数）</translation>
    </message>
    <message>
      <source>Rate of Change (ratio x 100)</source>
      <translation>变动率（比率 x 100）</translation>
    </message>
    <message>
      <source>Rate of Change (ratio)</source>
      <translation>变动率（比率）</translation>
    </message>
    <message>
      <source>Ratio</source>
      <translation>比率</translation>
    </message>
    <message>
      <source>Ratio to Another Instrument</source>
      <translation>与另一产品的比率</translation>
    </message>
    <message>
      <source>Ray</source>
      <translation>射线</translation>
    </message>
    <message>
      <source>Reading {count} files…</source>
      <translation>正在读取 {count} 个文件…</translation>
    </message>
    <message>
      <source>Reading {names}…</source>
      <translation>正在读取 {names}…</translation>
    </message>
    <message>
      <source>Reading “{name}” was stopped.</source>
      <translation>已停止读取「{name}」。</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>正在读取…</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>长方形</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>红</translation>
    </message>
    <message>
      <source>Red rises, green falls</source>
      <translation>红涨绿跌</translation>
    </message>
    <message>
      <source>Regression trend</source>
      <translation>回归趋势</translation>
    </message>
    <message>
      <source>Relative Strength Index</source>
      <translation>相对强弱指数</translation>
    </message>
    <message>
      <source>Relative Strength against Another Instrument</source>
      <translation>相对另一产品的强弱</translation>
    </message>
    <message>
      <source>Relative Volatility Index</source>
      <translation>相对波动指数</translation>
    </message>
    <message>
      <source>Relative Volume</source>
      <translation>相对成交量</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Remove a pane</source>
      <translation>移除窗格</translation>
    </message>
    <message>
      <source>Remove every drawing of this chart's instrument that is not locked</source>
      <translation>移除此图表产品所有未锁定的绘图</translation>
    </message>
    <message>
      <source>Remove the selected drawings</source>
      <translation>移除所选绘图</translation>
    </message>
    <message>
      <source>Remove the selected drawings or indicator, or the chosen row while the watchlist has the focus</source>
      <translation>移除所选绘图或指标；自选股在使用时则移除所选一列</translation>
    </message>
    <message>
      <source>Remove {indicator}</source>
      <translation>移除 {indicator}</translation>
    </message>
    <message>
      <source>Remove {level}</source>
      <translation>移除 {level}</translation>
    </message>
    <message>
      <source>Remove {symbol} from the watchlist</source>
      <translation>从自选股移除 {symbol}</translation>
    </message>
    <message>
      <source>Ren&amp;ko</source>
      <translation>砖形图(&amp;K)</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>重新命名</translation>
    </message>
    <message>
      <source>Rename workspace</source>
      <translation>重新命名工作区</translation>
    </message>
    <message>
      <source>Rename {drawing}</source>
      <translation>重新命名 {drawing}</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>重新命名…</translation>
    </message>
    <message>
      <source>Renko</source>
      <translation>砖形图</translation>
    </message>
    <message>
      <source>Renko brick</source>
      <translation>砖形图砖值</translation>
    </message>
    <message>
      <source>Reorder {drawing}</source>
      <translation>更改 {drawing} 的次序</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <source>Replay</source>
      <translation>重播</translation>
    </message>
    <message>
      <source>Replay from here</source>
      <translation>从此处开始重播</translation>
    </message>
    <message>
      <source>Reset default</source>
      <translation>重设默认值</translation>
    </message>
    <message>
      <source>Reshape {drawing}</source>
      <translation>更改 {drawing} 的形状</translation>
    </message>
    <message>
      <source>Resistance</source>
      <translation>阻力</translation>
    </message>
    <message>
      <source>Restore {drawing}</source>
      <translation>还原 {drawing}</translation>
    </message>
    <message>
      <source>Restyle {drawing}</source>
      <translation>更改 {drawing} 的样式</translation>
    </message>
    <message>
      <source>Returns from close to close, %</source>
      <translation>逐个收盘价的收益，%</translation>
    </message>
    <message>
      <source>Reversal, %</source>
      <translation>反转幅度，%</translation>
    </message>
    <message>
      <source>Reverse</source>
      <translation>反向</translation>
    </message>
    <message>
      <source>Ribbon</source>
      <translation>彩带</translation>
    </message>
    <message>
      <source>Rickshaw Man</source>
      <translation>黄包车夫</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>右</translation>
    </message>
    <message>
      <source>Rises less falls over rises plus falls of the period, as Chande wrote it, in per cent.</source>
      <translation>钱德原式：周期内升幅减跌幅，除以升幅加跌幅，以百分比表示。</translation>
    </message>
    <message>
      <source>Rises less falls over rises plus falls, with Wilder's smoothing, in per cent.</source>
      <translation>升幅减跌幅，除以升幅加跌幅，以威尔德方法平滑，以百分比表示。</translation>
    </message>
    <message>
      <source>Rising and falling apart</source>
      <translation>涨跌分开</translation>
    </message>
    <message>
      <source>Rising and falling bars apart</source>
      <translation>涨跌K线分开</translation>
    </message>
    <message>
      <source>Rising bars</source>
      <translation>上升K线</translation>
    </message>
    <message>
      <source>Rising/Falling Three Methods</source>
      <translation>上升／下降三法</translation>
    </message>
    <message>
      <source>Risk in percent of the account</source>
      <translation>风险占帐户百分比</translation>
    </message>
    <message>
      <source>Round price</source>
      <translation>整数价位</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>行数</translation>
    </message>
    <message>
      <source>Rows that were left out or put right</source>
      <translation>已忽略或修正的数据行</translation>
    </message>
    <message>
      <source>S&amp;imulated trading</source>
      <translation>模拟交易(&amp;I)</translation>
    </message>
    <message>
      <source>S&amp;tatus bar</source>
      <translation>状态栏(&amp;T)</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save &amp;picture…</source>
      <translation>保存图片(&amp;P)…</translation>
    </message>
    <message>
      <source>Save a copy elsewhere…</source>
      <translation>另存一份…</translation>
    </message>
    <message>
      <source>Save a copy of the workspace</source>
      <translation>另存工作区副本</translation>
    </message>
    <message>
      <source>Save as a set</source>
      <translation>存为组合</translation>
    </message>
    <message>
      <source>Save as default for every new {drawing}</source>
      <translation>设为每个新{drawing}的默认值</translation>
    </message>
    <message>
      <source>Save as template</source>
      <translation>存为模板</translation>
    </message>
    <message>
      <source>Save as template…</source>
      <translation>存为模板…</translation>
    </message>
    <message>
      <source>Save as…</source>
      <translation>另存为…</translation>
    </message>
    <message>
      <source>Save picture</source>
      <translation>保存图片</translation>
    </message>
    <message>
      <source>Save the chart as it is seen as a picture</source>
      <translation>将所见图表保存为图片</translation>
    </message>
    <message>
      <source>Save the indicators as a se&amp;t…</source>
      <translation>将指标存为组合(&amp;T)…</translation>
    </message>
    <message>
      <source>Save workspace &amp;as…</source>
      <translation>工作区另存为(&amp;A)…</translation>
    </message>
    <message>
      <source>Save workspace as</source>
      <translation>工作区另存为</translation>
    </message>
    <message>
      <source>Saved workspaces</source>
      <translation>已存工作区</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>刻度</translation>
    </message>
    <message>
      <source>Scale follows the bars again</source>
      <translation>刻度再次跟随K线</translation>
    </message>
    <message>
      <source>Schiff</source>
      <translation>希夫</translation>
    </message>
    <message>
      <source>Schiff pitchfork</source>
      <translation>希夫音叉线</translation>
    </message>
    <message>
      <source>Search drawings</source>
      <translation>搜索绘图</translation>
    </message>
    <message>
      <source>Search indicators</source>
      <translation>搜索指标</translation>
    </message>
    <message>
      <source>Search indicators  ( / )</source>
      <translation>搜索指标 ( / )</translation>
    </message>
    <message>
      <source>Search the indicators and switch them on and off</source>
      <translation>搜索指标并开关</translation>
    </message>
    <message>
      <source>Searching Yahoo Finance…</source>
      <translation>正搜索 Yahoo Finance…</translation>
    </message>
    <message>
      <source>Second instrument</source>
      <translation>第二个产品</translation>
    </message>
    <message>
      <source>Second smoothing</source>
      <translation>二次平滑</translation>
    </message>
    <message>
      <source>See how tables of bars are read, and correct it, before they are opened</source>
      <translation>开启前查看K线表格如何读取并作修正</translation>
    </message>
    <message>
      <source>Select &amp;all drawings</source>
      <translation>选取所有绘图(&amp;A)</translation>
    </message>
    <message>
      <source>Select every drawing that the chart shows</source>
      <translation>选取图表所显示的所有绘图</translation>
    </message>
    <message>
      <source>Select the ne&amp;xt indicator</source>
      <translation>选取下一个指标(&amp;X)</translation>
    </message>
    <message>
      <source>Selected drawing</source>
      <translation>所选绘图</translation>
    </message>
    <message>
      <source>Selected in&amp;dicator</source>
      <translation>所选指标(&amp;D)</translation>
    </message>
    <message>
      <source>Selected: {indicator}</source>
      <translation>已选取：{indicator}</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>分号</translation>
    </message>
    <message>
      <source>Send &amp;backward</source>
      <translation>下移一层(&amp;B)</translation>
    </message>
    <message>
      <source>Send to bac&amp;k</source>
      <translation>置底(&amp;K)</translation>
    </message>
    <message>
      <source>Separating Lines</source>
      <translation>分离线</translation>
    </message>
    <message>
      <source>Session</source>
      <translation>时段</translation>
    </message>
    <message>
      <source>Session High and Low</source>
      <translation>时段高低位</translation>
    </message>
    <message>
      <source>Sets of indicators, and your own</source>
      <translation>指标组合及自订指标</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Settings of an indicator</source>
      <translation>指标设置</translation>
    </message>
    <message>
      <source>Settings of {indicator}</source>
      <translation>{indicator} 的设置</translation>
    </message>
    <message>
      <source>Shapes</source>
      <translation>图形</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>股票</translation>
    </message>
    <message>
      <source>Share the pane above</source>
      <translation>并入上面的窗格</translation>
    </message>
    <message>
      <source>Share the pane below</source>
      <translation>并入下面的窗格</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Shift</translation>
    </message>
    <message>
      <source>Shift+Click</source>
      <translation>Shift+点击</translation>
    </message>
    <message>
      <source>Shift+Wheel</source>
      <translation>Shift+滚轮</translation>
    </message>
    <message>
      <source>Shooting Star</source>
      <translation>射击之星</translation>
    </message>
    <message>
      <source>Short</source>
      <translation>短期</translation>
    </message>
    <message>
      <source>Short Line</source>
      <translation>短烛</translation>
    </message>
    <message>
      <source>Short change</source>
      <translation>短期变动</translation>
    </message>
    <message>
      <source>Short position</source>
      <translation>空头仓位</translation>
    </message>
    <message>
      <source>Shortest</source>
      <translation>最短</translation>
    </message>
    <message>
      <source>Shortest interval</source>
      <translation>最短周期</translation>
    </message>
    <message>
      <source>Shoulder</source>
      <translation>肩</translation>
    </message>
    <message>
      <source>Show AKShare's history</source>
      <translation>显示 AKShare 的历史</translation>
    </message>
    <message>
      <source>Show Pearson's R</source>
      <translation>显示皮尔逊 R</translation>
    </message>
    <message>
      <source>Show a&amp;ll panes</source>
      <translation>显示所有窗格(&amp;L)</translation>
    </message>
    <message>
      <source>Show all drawings</source>
      <translation>显示所有绘图</translation>
    </message>
    <message>
      <source>Show and hide layers on this chart</source>
      <translation>在此图表显示或隐藏图层</translation>
    </message>
    <message>
      <source>Show angles</source>
      <translation>显示角度</translation>
    </message>
    <message>
      <source>Show another instrument; typing letters over the chart does the same</source>
      <translation>显示另一产品；在图表上输入字母亦可</translation>
    </message>
    <message>
      <source>Show change, bars and angle</source>
      <translation>显示变动、K线数及角度</translation>
    </message>
    <message>
      <source>Show details</source>
      <translation>显示详情</translation>
    </message>
    <message>
      <source>Show dividends and splits</source>
      <translation>显示股息及拆股</translation>
    </message>
    <message>
      <source>Show every bar again</source>
      <translation>再次显示所有K线</translation>
    </message>
    <message>
      <source>Show how far the last close is</source>
      <translation>显示最近收盘价的距离</translation>
    </message>
    <message>
      <source>Show labels</source>
      <translation>显示标签</translation>
    </message>
    <message>
      <source>Show layer {layer}</source>
      <translation>显示图层 {layer}</translation>
    </message>
    <message>
      <source>Show levels</source>
      <translation>显示水平</translation>
    </message>
    <message>
      <source>Show or hide this panel</source>
      <translation>显示或隐藏此面板</translation>
    </message>
    <message>
      <source>Show prices</source>
      <translation>显示价格</translation>
    </message>
    <message>
      <source>Show ratios</source>
      <translation>显示比率</translation>
    </message>
    <message>
      <source>Show simulated prices; nothing is fetched any more</source>
      <translation>显示模拟价格，不再获取任何数据</translation>
    </message>
    <message>
      <source>Show the change in percent</source>
      <translation>以百分比显示变动</translation>
    </message>
    <message>
      <source>Show the chart as it was at the bar under the crosshair, or at the middle of the view</source>
      <translation>显示图表在十字线（或画面中央）那根K线当时的样子</translation>
    </message>
    <message>
      <source>Show the chart without its drawings</source>
      <translation>显示不含绘图的图表</translation>
    </message>
    <message>
      <source>Show the fund {code}</source>
      <translation>显示基金 {code}</translation>
    </message>
    <message>
      <source>Show the latest bars, finer or coarser ones where these do not suit</source>
      <translation>显示最新K线，不合适时改用较短或较长周期</translation>
    </message>
    <message>
      <source>Show the middle</source>
      <translation>显示中线</translation>
    </message>
    <message>
      <source>Show the move</source>
      <translation>显示走势</translation>
    </message>
    <message>
      <source>Show the name</source>
      <translation>显示名称</translation>
    </message>
    <message>
      <source>Show the name and date</source>
      <translation>显示名称及日期</translation>
    </message>
    <message>
      <source>Show the name and price</source>
      <translation>显示名称及价格</translation>
    </message>
    <message>
      <source>Show the next bar</source>
      <translation>显示下一根K线</translation>
    </message>
    <message>
      <source>Show the numbers</source>
      <translation>显示数字</translation>
    </message>
    <message>
      <source>Show the price and date</source>
      <translation>显示价格及日期</translation>
    </message>
    <message>
      <source>Show the prices</source>
      <translation>显示价格</translation>
    </message>
    <message>
      <source>Show the prices of the ends</source>
      <translation>显示两端价格</translation>
    </message>
    <message>
      <source>Show the target</source>
      <translation>显示目标</translation>
    </message>
    <message>
      <source>Show the volume</source>
      <translation>显示成交量</translation>
    </message>
    <message>
      <source>Show what became of it</source>
      <translation>显示结果</translation>
    </message>
    <message>
      <source>Show where dividends were paid and shares were split</source>
      <translation>显示派息及拆股的时间</translation>
    </message>
    <message>
      <source>Show {drawing}</source>
      <translation>显示 {drawing}</translation>
    </message>
    <message>
      <source>Show {indicator}</source>
      <translation>显示 {indicator}</translation>
    </message>
    <message>
      <source>Show {level}</source>
      <translation>显示{level}</translation>
    </message>
    <message>
      <source>Show {plot}</source>
      <translation>显示 {plot}</translation>
    </message>
    <message>
      <source>Show {symbol}</source>
      <translation>显示 {symbol}</translation>
    </message>
    <message>
      <source>Shown up to {moment}</source>
      <translation>显示至 {moment}</translation>
    </message>
    <message>
      <source>Si&amp;zes of bricks and boxes…</source>
      <translation>砖及格的大小(&amp;Z)…</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>侧边</translation>
    </message>
    <message>
      <source>Side of the line</source>
      <translation>在线的哪一侧</translation>
    </message>
    <message>
      <source>Sign</source>
      <translation>符号</translation>
    </message>
    <message>
      <source>Signal</source>
      <translation>讯号</translation>
    </message>
    <message>
      <source>Signal average</source>
      <translation>讯号平均</translation>
    </message>
    <message>
      <source>Simple Moving Average</source>
      <translation>简单移动平均</translation>
    </message>
    <message>
      <source>Simulate live &amp;trading</source>
      <translation>模拟实时交易(&amp;T)</translation>
    </message>
    <message>
      <source>Simulated</source>
      <translation>模拟</translation>
    </message>
    <message>
      <source>Simulated prices</source>
      <translation>模拟价格</translation>
    </message>
    <message>
      <source>Simulated trading</source>
      <translation>模拟交易</translation>
    </message>
    <message>
      <source>Simulated, as of {time}</source>
      <translation>模拟，截至 {time}</translation>
    </message>
    <message>
      <source>Sine</source>
      <translation>正弦</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Sizes of bricks and boxes</source>
      <translation>砖及格的大小</translation>
    </message>
    <message>
      <source>Slopes</source>
      <translation>斜率</translation>
    </message>
    <message>
      <source>Slow</source>
      <translation>慢</translation>
    </message>
    <message>
      <source>Slow %D</source>
      <translation>慢速 %D</translation>
    </message>
    <message>
      <source>Slow %K</source>
      <translation>慢速 %K</translation>
    </message>
    <message>
      <source>Slow average</source>
      <translation>慢速平均</translation>
    </message>
    <message>
      <source>Slow limit</source>
      <translation>慢速下限</translation>
    </message>
    <message>
      <source>Solid</source>
      <translation>实线</translation>
    </message>
    <message>
      <source>Some of the bars kept of {symbol} were damaged and have been dropped. Refresh to have them again.</source>
      <translation>{symbol} 的部分保存K线已损坏并已舍弃，请更新以重新取得。</translation>
    </message>
    <message>
      <source>Some of what {path} holds cannot be read and is left out. It was kept as it was as {file}.</source>
      <translation>{path} 有部分内容无法读取，已略过；原文件保留为 {file}。</translation>
    </message>
    <message>
      <source>Some rows were left out: {kinds}.</source>
      <translation>忽略了部分数据行：{kinds}。</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>发生错误</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Source of the bars</source>
      <translation>K线来源</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>空格</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>速度</translation>
    </message>
    <message>
      <source>Spinning Top</source>
      <translation>纺锤线</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>拆股</translation>
    </message>
    <message>
      <source>Splits</source>
      <translation>拆股</translation>
    </message>
    <message>
      <source>Spread</source>
      <translation>差价</translation>
    </message>
    <message>
      <source>Spread to Another Instrument</source>
      <translation>与另一产品的差价</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>方形</translation>
    </message>
    <message>
      <source>Squeeze</source>
      <translation>挤压</translation>
    </message>
    <message>
      <source>Squeeze Momentum</source>
      <translation>挤压动量</translation>
    </message>
    <message>
      <source>Stalled Pattern</source>
      <translation>停顿形态</translation>
    </message>
    <message>
      <source>Standard Deviation</source>
      <translation>标准差</translation>
    </message>
    <message>
      <source>Standard deviations</source>
      <translation>标准差</translation>
    </message>
    <message>
      <source>Standard look</source>
      <translation>标准外观</translation>
    </message>
    <message>
      <source>Standard settings</source>
      <translation>标准设置</translation>
    </message>
    <message>
      <source>Standard settings of {indicator}</source>
      <translation>{indicator} 的标准设置</translation>
    </message>
    <message>
      <source>Star</source>
      <translation>星形</translation>
    </message>
    <message>
      <source>Starts anew each</source>
      <translation>重新开始于每个</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>统计</translation>
    </message>
    <message>
      <source>Statistics of the visible range</source>
      <translation>可见范围统计</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步长</translation>
    </message>
    <message>
      <source>Step &amp;back</source>
      <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
      <source>Step &amp;forward</source>
      <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
      <source>Step line</source>
      <translation>阶梯线</translation>
    </message>
    <message>
      <source>Stick Sandwich</source>
      <translation>条形三明治</translation>
    </message>
    <message>
      <source>Stochastic</source>
      <translation>随机指标</translation>
    </message>
    <message>
      <source>Stochastic Fast</source>
      <translation>快速随机指标</translation>
    </message>
    <message>
      <source>Stochastic Momentum Index</source>
      <translation>随机动量指数</translation>
    </message>
    <message>
      <source>Stochastic RSI</source>
      <translation>随机 RSI</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>止损</translation>
    </message>
    <message>
      <source>Stopped: {amount}</source>
      <translation>已止损：{amount}</translation>
    </message>
    <message>
      <source>Stops some average true ranges below the highest high and above the lowest low of the period.</source>
      <translation>距离周期最高价之下及最低价之上若干倍平均真实波幅的止损位。</translation>
    </message>
    <message>
      <source>Strength</source>
      <translation>强弱</translation>
    </message>
    <message>
      <source>Stretch a scale</source>
      <translation>伸缩刻度</translation>
    </message>
    <message>
      <source>Style</source>
      <translation>样式</translation>
    </message>
    <message>
      <source>Subminuette</source>
      <translation>次微级</translation>
    </message>
    <message>
      <source>Such as 5, 1h, 1D, 1W or 1M</source>
      <translation>例如 5、1h、1D、1W 或 1M</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>建议</translation>
    </message>
    <message>
      <source>Sum</source>
      <translation>总和</translation>
    </message>
    <message>
      <source>SuperTrend</source>
      <translation>超级趋势</translation>
    </message>
    <message>
      <source>Support</source>
      <translation>支撑</translation>
    </message>
    <message>
      <source>Switch between the dark and the light theme</source>
      <translation>在深色与浅色主题之间切换</translation>
    </message>
    <message>
      <source>Symbol or name</source>
      <translation>代码或名称</translation>
    </message>
    <message>
      <source>Symbol: {name}</source>
      <translation>代码：{name}</translation>
    </message>
    <message>
      <source>T3 Moving Average (Tillson)</source>
      <translation>T3 移动平均（蒂尔森）</translation>
    </message>
    <message>
      <source>TRIX</source>
      <translation>三重指数平滑平均</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tab</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>表格 (*.csv)</translation>
    </message>
    <message>
      <source>Take all other instruments off this chart</source>
      <translation>从此图表移除所有其他产品</translation>
    </message>
    <message>
      <source>Take the last bar away</source>
      <translation>移去最后一根K线</translation>
    </message>
    <message>
      <source>Take the last step back</source>
      <translation>撤销上一步</translation>
    </message>
    <message>
      <source>Take the pane off with its indicators</source>
      <translation>移除窗格及其指标</translation>
    </message>
    <message>
      <source>Take the selected indicator off the chart; Del does the same</source>
      <translation>从图表移除所选指标；Del 亦可</translation>
    </message>
    <message>
      <source>Takuri</source>
      <translation>探水竿</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Target reached: {amount}</source>
      <translation>已达目标：{amount}</translation>
    </message>
    <message>
      <source>Tasuki Gap</source>
      <translation>跳空并列阴阳线</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>模板</translation>
    </message>
    <message>
      <source>Ten bars back or on</source>
      <translation>后退或前进十根K线</translation>
    </message>
    <message>
      <source>Test connection</source>
      <translation>测试连接</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>Text colour</source>
      <translation>文字颜色</translation>
    </message>
    <message>
      <source>Text encoding</source>
      <translation>文字编码</translation>
    </message>
    <message>
      <source>Text of the drawing</source>
      <translation>绘图文字</translation>
    </message>
    <message>
      <source>The MACD with Appel's original smoothing factors of 0.15 and 0.075.</source>
      <translation>采用阿佩尔原有平滑因子 0.15 及 0.075 的 MACD。</translation>
    </message>
    <message>
      <source>The MACD with a dot wherever its line crosses zero: upwards and downwards in the bars' colours.</source>
      <translation>MACD，并在其线穿越零线处加点：向上及向下分别用涨跌颜色。</translation>
    </message>
    <message>
      <source>The MACD with the kinds of moving average you choose.</source>
      <translation>采用你所选移动平均种类的 MACD。</translation>
    </message>
    <message>
      <source>The angle of that line in degrees, a bar being as wide as one unit of price is high.</source>
      <translation>该线的角度（度），以一根K线的宽度等于一单位价格的高度计。</translation>
    </message>
    <message>
      <source>The answer could not be understood. The log has the details.</source>
      <translation>无法理解答复，详情见日志。</translation>
    </message>
    <message>
      <source>The answer for {symbol} could not be understood. Try again later; the log has the details.</source>
      <translation>无法理解 {symbol} 的答复。请稍后再试；详情见日志。</translation>
    </message>
    <message>
      <source>The answer for {symbol} is of another scale than the stored bars. Nothing of it was kept; try again later.</source>
      <translation>{symbol} 的答复与已存K线尺度不同，没有保留任何内容；请稍后再试。</translation>
    </message>
    <message>
      <source>The answer for {symbol} lacks the adjusted closes that are stored. Nothing of it was kept; try again later.</source>
      <translation>{symbol} 的答复欠缺已保存的调整后收盘价，没有保留任何内容；请稍后再试。</translation>
    </message>
    <message>
      <source>The average price paid since a bar of your choice, and how far prices strayed from it.</source>
      <translation>自你所选K线起的平均成交价，以及价格偏离的程度。</translation>
    </message>
    <message>
      <source>The average price paid since the session, week, month or year began, and how far prices strayed from it.</source>
      <translation>自时段、周、月或年初起的平均成交价，以及价格偏离的程度。</translation>
    </message>
    <message>
      <source>The average true range in per cent of the close.</source>
      <translation>平均真实波幅占收盘价的百分比。</translation>
    </message>
    <message>
      <source>The awesome oscillator less its simple average.</source>
      <translation>动量震荡指标减其简单平均。</translation>
    </message>
    <message>
      <source>The bar's change over its range: 1 from low to high, -1 from high to low.</source>
      <translation>K线变动占波幅的比例：由低至高为 1，由高至低为 -1。</translation>
    </message>
    <message>
      <source>The bars could not be exported to {path}: {reason}.</source>
      <translation>无法将K线导出至 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The bars in Yahoo Finance's answer for {symbol} do not fit the price it gives. Nothing of it was kept.</source>
      <translation>Yahoo Finance 对 {symbol} 的答复中，K线与其报价不符，没有保留任何内容。</translation>
    </message>
    <message>
      <source>The bars of the second instrument are being loaded.</source>
      <translation>正在加载第二个产品的K线。</translation>
    </message>
    <message>
      <source>The beginning of the straight line that fits the last prices best.</source>
      <translation>最贴合最近价格的直线的起点。</translation>
    </message>
    <message>
      <source>The cache of bars cannot be used ({reason}): “{path}”.</source>
      <translation>无法使用K线缓存（{reason}）：「{path}」。</translation>
    </message>
    <message>
      <source>The cache of bars is damaged, and so is its replacement: check the disk of “{path}”.</source>
      <translation>K线缓存已损坏，其替代档亦然：请检查「{path}」所在的磁盘。</translation>
    </message>
    <message>
      <source>The cache of bars was damaged. It was set aside as “{name}”, and what is missing now will be fetched again.</source>
      <translation>K线缓存已损坏，已另存为「{name}」；现欠缺的将重新获取。</translation>
    </message>
    <message>
      <source>The change from the price some bars before, as a fraction of it.</source>
      <translation>较若干K线前价格的变动，以分数表示。</translation>
    </message>
    <message>
      <source>The change from the price some bars before, in per cent.</source>
      <translation>较若干K线前价格的变动，以百分比表示。</translation>
    </message>
    <message>
      <source>The change of a triple exponential average from one bar to the next, in per cent.</source>
      <translation>三重指数平均每根K线的变动，以百分比表示。</translation>
    </message>
    <message>
      <source>The change over the period over the way the price went in it: 1 for a straight line.</source>
      <translation>周期的变动除以价格走过的路程：直线为 1。</translation>
    </message>
    <message>
      <source>The chart shows {symbol} already.</source>
      <translation>图表已在显示 {symbol}。</translation>
    </message>
    <message>
      <source>The chart was copied as a picture.</source>
      <translation>图表已复制为图片。</translation>
    </message>
    <message>
      <source>The chart's</source>
      <translation>图表的</translation>
    </message>
    <message>
      <source>The chart's bars cannot be joined to this indicator's. Choose a longer interval for the indicator.</source>
      <translation>图表的K线无法合并为此指标的K线，请为指标选择较长的周期。</translation>
    </message>
    <message>
      <source>The clipboard holds no drawings.</source>
      <translation>剪贴板没有绘图。</translation>
    </message>
    <message>
      <source>The closes, coloured above and below the middle of the scale</source>
      <translation>收盘价，高于及低于刻度中点分别著色</translation>
    </message>
    <message>
      <source>The closes, each held until the next</source>
      <translation>收盘价，保持至下一个</translation>
    </message>
    <message>
      <source>The closes, filled to the foot of the pane</source>
      <translation>收盘价，填色至窗格底部</translation>
    </message>
    <message>
      <source>The closes, joined</source>
      <translation>收盘价，以线连接</translation>
    </message>
    <message>
      <source>The connection for live prices broke off. It is made again.</source>
      <translation>实时价格的连接中断，正重新连接。</translation>
    </message>
    <message>
      <source>The connection for live prices broke off. They are asked for instead.</source>
      <translation>实时价格的连接中断，改为定时查询。</translation>
    </message>
    <message>
      <source>The connection for live prices could not be made. They are asked for instead.</source>
      <translation>无法建立实时价格的连接，改为定时查询。</translation>
    </message>
    <message>
      <source>The connection for live prices is not trusted: its certificate is not known here. If your network looks into connections, name its CA bundle in the settings.</source>
      <translation>实时价格的连接不受信任：此处不认识其证书。如你的网络会检查连接，请在设置中指定其 CA 证书。</translation>
    </message>
    <message>
      <source>The connection to Yahoo Finance could not be made, or broke off. Check the network, or try again later.</source>
      <translation>无法连接 Yahoo Finance，或连接中断。请检查网络，或稍后再试。</translation>
    </message>
    <message>
      <source>The connection to Yahoo Finance is not trusted: its certificate is not known here. If your network looks into connections, name its CA bundle in the settings.</source>
      <translation>与 Yahoo Finance 的连接不受信任：此处不认识其证书。如你的网络会检查连接，请在设置中指定其 CA 证书。</translation>
    </message>
    <message>
      <source>The copy could not be saved</source>
      <translation>无法保存副本</translation>
    </message>
    <message>
      <source>The demonstration</source>
      <translation>演示市场</translation>
    </message>
    <message>
      <source>The demonstration has no bars of {interval}. Choose 1m or 1d.</source>
      <translation>示范市场没有 {interval} 的K线，请选择 1m 或 1d。</translation>
    </message>
    <message>
      <source>The demonstration has no “{symbol}”. Choose one of {names}, or switch to live data.</source>
      <translation>示范市场没有「{symbol}」。请选择 {names} 之一，或转用实时数据。</translation>
    </message>
    <message>
      <source>The demonstration shows its own bars again.</source>
      <translation>示范市场再次显示其原有K线。</translation>
    </message>
    <message>
      <source>The difference of the two directional indicators in per cent of their sum.</source>
      <translation>两个趋向指标之差占其和的百分比。</translation>
    </message>
    <message>
      <source>The doubly smoothed change over the doubly smoothed size of the change, in per cent.</source>
      <translation>双重平滑变动除以双重平滑变动幅度，以百分比表示。</translation>
    </message>
    <message>
      <source>The drawing as it was when this form opened</source>
      <translation>表单开启时的绘图</translation>
    </message>
    <message>
      <source>The end of the straight line that fits the last prices best.</source>
      <translation>最贴合最近价格的直线的终点。</translation>
    </message>
    <message>
      <source>The exponential average of change times volume.</source>
      <translation>变动乘成交量的指数平均。</translation>
    </message>
    <message>
      <source>The export was stopped.</source>
      <translation>导出已停止。</translation>
    </message>
    <message>
      <source>The file</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>The file has bars of {interval}, none of {wanted}. Choose {interval} or longer.</source>
      <translation>文件有 {interval} 的K线，没有 {wanted} 的。请选择 {interval} 或更长。</translation>
    </message>
    <message>
      <source>The file of certificates to trust cannot be read. Choose another one in the settings, or correct REQUESTS_CA_BUNDLE.</source>
      <translation>无法读取要信任的证书文件。请在设置中另选，或更正 REQUESTS_CA_BUNDLE。</translation>
    </message>
    <message>
      <source>The file of the workspace “{name}” is damaged. It was kept as {file}.</source>
      <translation>工作区「{name}」的文件已损坏，已保留为 {file}。</translation>
    </message>
    <message>
      <source>The first argument must be the bars, without a default.</source>
      <translation>第一个参数必须是K线，且不设默认值。</translation>
    </message>
    <message>
      <source>The first bar in view counts as 100</source>
      <translation>画面首根K线计为 100</translation>
    </message>
    <message>
      <source>The first bar is of {date}: there are none before it.</source>
      <translation>最早的K线是 {date}，之前没有K线。</translation>
    </message>
    <message>
      <source>The folder of your indicators is being read.</source>
      <translation>正在读取你的指标文件夹。</translation>
    </message>
    <message>
      <source>The folder with workspaces, settings, cache and log</source>
      <translation>存放工作区、设置、缓存及日志的文件夹</translation>
    </message>
    <message>
      <source>The highest and the lowest price since the session, week, month or year began.</source>
      <translation>自时段、周、月或年初起的最高价及最低价。</translation>
    </message>
    <message>
      <source>The highest high and the lowest low of the period, and the middle between them.</source>
      <translation>周期的最高价、最低价及其中点。</translation>
    </message>
    <message>
      <source>The highest value of the source over the period.</source>
      <translation>来源在周期内的最高值。</translation>
    </message>
    <message>
      <source>The indicator that this one takes its values from has no such output. Choose another source.</source>
      <translation>此指标所取值的指标没有该输出，请选择其他来源。</translation>
    </message>
    <message>
      <source>The indicator that this one takes its values from is no longer on the chart. Choose another source.</source>
      <translation>此指标所取值的指标已不在图表上，请选择其他来源。</translation>
    </message>
    <message>
      <source>The indicator was not written</source>
      <translation>指标未能写入</translation>
    </message>
    <message>
      <source>The indicator {path} cannot be written: {reason}.</source>
      <translation>无法写入指标 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The last bar is of {date}: there are none after it.</source>
      <translation>最新的K线是 {date}，之后没有K线。</translation>
    </message>
    <message>
      <source>The last changes to “{name}” could not be saved, so it stays open. Make room on the disk or make its folder writable, then go to the other workspace.</source>
      <translation>「{name}」的最后变更无法保存，因此保持打开。请腾出磁盘空间或将其文件夹设为可写入，然后再转到另一工作区。</translation>
    </message>
    <message>
      <source>The last changes to “{name}” could not be saved.</source>
      <translation>「{name}」的最后变更无法保存。</translation>
    </message>
    <message>
      <source>The latest bars, with scales that follow them</source>
      <translation>最新K线，刻度自动跟随</translation>
    </message>
    <message>
      <source>The length of the dominant cycle, in bars.</source>
      <translation>主导周期的长度，以K线计。</translation>
    </message>
    <message>
      <source>The lines of “{name}” are closer than a minute. Sum them up to bars of a minute or longer.</source>
      <translation>「{name}」的数据行相距不足一分钟，请先合并为一分钟或以上的K线。</translation>
    </message>
    <message>
      <source>The lowest and the highest value of the source over the period.</source>
      <translation>来源在周期内的最低及最高值。</translation>
    </message>
    <message>
      <source>The lowest value of the source over the period.</source>
      <translation>来源在周期内的最低值。</translation>
    </message>
    <message>
      <source>The mean distance between a bar's high and its low.</source>
      <translation>K线高低价的平均距离。</translation>
    </message>
    <message>
      <source>The mean distance of the last prices from their mean.</source>
      <translation>最近价格与其平均的平均距离。</translation>
    </message>
    <message>
      <source>The mean of close less open.</source>
      <translation>收盘价减开盘价的平均。</translation>
    </message>
    <message>
      <source>The mean of high, low and close.</source>
      <translation>高、低、收的平均。</translation>
    </message>
    <message>
      <source>The mean of high, low and twice the close.</source>
      <translation>高、低及两倍收盘价的平均。</translation>
    </message>
    <message>
      <source>The mean of open, high, low and close.</source>
      <translation>开、高、低、收的平均。</translation>
    </message>
    <message>
      <source>The mean of the ADX and the ADX one period before.</source>
      <translation>ADX 与一个周期前 ADX 的平均。</translation>
    </message>
    <message>
      <source>The mean of the last prices by the method you choose.</source>
      <translation>以所选方法计算最近价格的平均。</translation>
    </message>
    <message>
      <source>The mean of the last prices, each weighted by the volume of its bar.</source>
      <translation>最近价格的平均，以各K线成交量加权。</translation>
    </message>
    <message>
      <source>The mean of the last prices.</source>
      <translation>最近价格的平均。</translation>
    </message>
    <message>
      <source>The middle between high and low.</source>
      <translation>高低价的中点。</translation>
    </message>
    <message>
      <source>The newest prices are asked for, about once a minute.</source>
      <translation>最新价格大约每分钟查询一次。</translation>
    </message>
    <message>
      <source>The pane's</source>
      <translation>窗格的</translation>
    </message>
    <message>
      <source>The picture could not be saved as {path}: {reason}.</source>
      <translation>无法将图片保存为 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The picture is saved as {file}.</source>
      <translation>图片已保存为 {file}。</translation>
    </message>
    <message>
      <source>The picture {path} cannot be written: there is no such folder.</source>
      <translation>无法写入图片 {path}：没有该文件夹。</translation>
    </message>
    <message>
      <source>The picture {path} cannot be written: {reason}.</source>
      <translation>无法写入图片 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The picture {path} could not be made. Choose a smaller size or another format.</source>
      <translation>无法制作图片 {path}。请选择较小尺寸或其他格式。</translation>
    </message>
    <message>
      <source>The place of the RSI in its own range of the period, and its average.</source>
      <translation>RSI 在其周期范围中的位置，及其平均。</translation>
    </message>
    <message>
      <source>The place of the close in the range of the period, and its average.</source>
      <translation>收盘价在周期波幅中的位置，及其平均。</translation>
    </message>
    <message>
      <source>The plot “{plot}” has {values} values for {bars} bars. Give it one for each bar.</source>
      <translation>图线“{plot}”有 {values} 个数值，但有 {bars} 根K线。请为每根K线提供一个数值。</translation>
    </message>
    <message>
      <source>The plot “{plot}” is no array of numbers.</source>
      <translation>图线“{plot}”不是数字数组。</translation>
    </message>
    <message>
      <source>The plot “{plot}” must be one column of numbers; it has {count} dimensions.</source>
      <translation>图线“{plot}”必须是一列数字，但它有 {count} 个维度。</translation>
    </message>
    <message>
      <source>The price below which the given share of the last prices lies (nearest rank).</source>
      <translation>最近价格中有指定比例低于此价格（最近排名法）。</translation>
    </message>
    <message>
      <source>The price less the price some bars before.</source>
      <translation>价格减若干K线前的价格。</translation>
    </message>
    <message>
      <source>The price less what a straight line through the prices before forecast, in per cent.</source>
      <translation>价格减之前价格的直线预测值，以百分比表示。</translation>
    </message>
    <message>
      <source>The price over the price some bars before, times 100.</source>
      <translation>价格除以若干K线前的价格，乘 100。</translation>
    </message>
    <message>
      <source>The price over the price some bars before.</source>
      <translation>价格除以若干K线前的价格。</translation>
    </message>
    <message>
      <source>The proxy cannot be reached. Check it in the settings, or HTTPS_PROXY; or try again later.</source>
      <translation>无法连接代理服务器。请在设置或 HTTPS_PROXY 检查，或稍后再试。</translation>
    </message>
    <message>
      <source>The proxy does not let connections to Yahoo Finance through. Check the proxy in the settings.</source>
      <translation>代理服务器不容许连接 Yahoo Finance，请在设置中检查代理服务器。</translation>
    </message>
    <message>
      <source>The proxy does not let live prices through. They are asked for instead.</source>
      <translation>代理服务器不容许实时价格，改为定时查询。</translation>
    </message>
    <message>
      <source>The range of each bar alone</source>
      <translation>每根K线各自的波幅</translation>
    </message>
    <message>
      <source>The range of the period over the way the price went in it: high in trends, low between them.</source>
      <translation>周期波幅除以价格走过的路程：趋势中高，趋势之间低。</translation>
    </message>
    <message>
      <source>The replay has come to {date}. Step on, or leave it, to see later bars.</source>
      <translation>重播已到 {date}，请前进或离开重播，以显示之后的K线。</translation>
    </message>
    <message>
      <source>The scale follows the bars in view; off keeps it as it is</source>
      <translation>刻度跟随画面中的K线；关闭则保持不变</translation>
    </message>
    <message>
      <source>The selected drawings cannot be moved or removed while locked</source>
      <translation>锁定后所选绘图不能移动或删除</translation>
    </message>
    <message>
      <source>The settings file was damaged. It was kept as {file}, and the standard settings are used.</source>
      <translation>设置文件已损坏，已保留为 {file}，现采用标准设置。</translation>
    </message>
    <message>
      <source>The settings in {path} cannot be read ({reason}) and are left as they are. The standard ones are used, and changes last only until Lionrock ends.</source>
      <translation>无法读取 {path} 的设置（{reason}），该文件保持原状；现采用标准设置，更改只保留至 Lionrock 结束为止。</translation>
    </message>
    <message>
      <source>The share of downward movement in the true range, in per cent.</source>
      <translation>下跌变动占真实波幅的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The share of money that flowed on rises of the typical price, in per cent.</source>
      <translation>典型价格上升时流入资金的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The share of rising bodies in all bodies of the period, in per cent.</source>
      <translation>周期内上升烛身占所有烛身的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The share of the prices before that lie below this one, in per cent.</source>
      <translation>之前价格中低于此价格的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The share of upward movement in the true range, in per cent.</source>
      <translation>上升变动占真实波幅的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The sine of the cycle's phase and the same 45 degrees ahead; they cross before turns.</source>
      <translation>周期相位的正弦及领先 45 度的正弦；两者在转向前交叉。</translation>
    </message>
    <message>
      <source>The source of live prices did not answer as one. They are asked for instead.</source>
      <translation>实时价格来源没有正确回应，改为定时查询。</translation>
    </message>
    <message>
      <source>The source of live prices did not answer in time. They are asked for instead.</source>
      <translation>实时价格来源未有及时回应，改为定时查询。</translation>
    </message>
    <message>
      <source>The source of live prices fell silent. It is called again.</source>
      <translation>实时价格来源没有声息，正再次连接。</translation>
    </message>
    <message>
      <source>The source of live prices sends what cannot be read. They are asked for instead.</source>
      <translation>实时价格来源传来无法读取的内容，改为定时查询。</translation>
    </message>
    <message>
      <source>The sources of AKShare could not be reached. Check the connection, or try again later.</source>
      <translation>无法连接 AKShare 的来源。请检查连接，或稍后再试。</translation>
    </message>
    <message>
      <source>The standard deviation of the last prices (of the population).</source>
      <translation>最近价格的标准差（总体）。</translation>
    </message>
    <message>
      <source>The stochastic as China's terminals show it, with Wilder's smoothing and J = 3K - 2D.</source>
      <translation>内地软件所用的随机指标，采用威尔德平滑，J = 3K - 2D。</translation>
    </message>
    <message>
      <source>The straight line that fits the last prices best, continued by one bar.</source>
      <translation>最贴合最近价格的直线，延伸一根K线。</translation>
    </message>
    <message>
      <source>The sum of all volume, each weighted by the bar's relative change.</source>
      <translation>全部成交量之和，以K线相对变动加权。</translation>
    </message>
    <message>
      <source>The sum of all volume, each weighted by where in its range the bar closed: 1 at the high, -1 at the low.</source>
      <translation>全部成交量之和，以收盘价在波幅中的位置加权：最高为 1，最低为 -1。</translation>
    </message>
    <message>
      <source>The sum of closes above the true low on rises less that of closes below the true high on falls.</source>
      <translation>升时收盘价高于真实低位之和，减跌时收盘价低于真实高位之和。</translation>
    </message>
    <message>
      <source>The sum of the last values of the source.</source>
      <translation>来源最近数值之和。</translation>
    </message>
    <message>
      <source>The tool stays in the hand after a drawing is finished</source>
      <translation>完成绘图后工具留在手上</translation>
    </message>
    <message>
      <source>The two components of the dominant cycle, a quarter of a cycle apart.</source>
      <translation>主导周期的两个分量，相差四分之一个周期。</translation>
    </message>
    <message>
      <source>The variance of the last prices (of the population).</source>
      <translation>最近价格的方差（总体）。</translation>
    </message>
    <message>
      <source>The version of “{name}” saved just before is shown.</source>
      <translation>现显示「{name}」之前一次保存的版本。</translation>
    </message>
    <message>
      <source>The volume of all rising bars less that of all falling ones.</source>
      <translation>所有上升K线成交量减所有下跌K线成交量。</translation>
    </message>
    <message>
      <source>The watchlist is empty</source>
      <translation>自选股是空的</translation>
    </message>
    <message>
      <source>The watchlist is empty.
Type a code or a name above to add one.</source>
      <translation>自选股是空的。
请在上方输入代码或名称加入。</translation>
    </message>
    <message>
      <source>The workspace has a value that cannot be read: {error}.</source>
      <translation>工作区有无法读取的值：{error}。</translation>
    </message>
    <message>
      <source>The workspace {path} cannot be read: {reason}.</source>
      <translation>无法读取工作区 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The workspace “{name}” cannot be kept: {reason}.</source>
      <translation>无法保存工作区「{name}」：{reason}。</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>There are no bars of {item} for this interval. Choose another one.</source>
      <translation>{item} 没有此周期的K线，请选择其他周期。</translation>
    </message>
    <message>
      <source>There are no bars of {symbol} between --from and --to: they reach from {begin:%Y-%m-%d} to {end:%Y-%m-%d}.</source>
      <translation>{symbol} 在 --from 与 --to 之间没有K线：现有 {begin:%Y-%m-%d} 至 {end:%Y-%m-%d}。</translation>
    </message>
    <message>
      <source>There are no bars of {symbol} for this interval. Choose another one.</source>
      <translation>{symbol} 没有此周期的K线，请选择其他周期。</translation>
    </message>
    <message>
      <source>There are no bars to go to yet.</source>
      <translation>尚未有K线可前往。</translation>
    </message>
    <message>
      <source>There are no bars to measure yet.</source>
      <translation>尚未有K线可量度。</translation>
    </message>
    <message>
      <source>There are no bars yet.</source>
      <translation>暂时没有K线。</translation>
    </message>
    <message>
      <source>There is a file {file} already. Replace it?</source>
      <translation>文件 {file} 已经存在，要替换它吗？</translation>
    </message>
    <message>
      <source>There is a workspace of this name already. Choose another name.</source>
      <translation>已有同名工作区，请选择其他名称。</translation>
    </message>
    <message>
      <source>There is a workspace “{name}” already. Choose another name.</source>
      <translation>已有工作区「{name}」，请选择其他名称。</translation>
    </message>
    <message>
      <source>There is already an indicator {path}. Choose another name.</source>
      <translation>已有指标 {path}，请选择其他名称。</translation>
    </message>
    <message>
      <source>There is no chart to put drawings on. Show an instrument first.</source>
      <translation>没有可供绘图的图表，请先显示一个产品。</translation>
    </message>
    <message>
      <source>There is no file {file} in the folder of your indicators. Put it there, or remove this indicator.</source>
      <translation>你的指标文件夹中没有文件 {file}。请把它放回去，或移除这个指标。</translation>
    </message>
    <message>
      <source>There is no file {path}. Check the name and the folder.</source>
      <translation>没有文件 {path}，请检查名称及文件夹。</translation>
    </message>
    <message>
      <source>There is no file “{name}” in “{parent}”. Check the name, or open another file.</source>
      <translation>「{parent}」中没有文件「{name}」。请检查名称，或开启其他文件。</translation>
    </message>
    <message>
      <source>There is no file “{path}”. Choose a file of certificates (.pem, .crt).</source>
      <translation>没有文件「{path}」。请选择证书文件（.pem、.crt）。</translation>
    </message>
    <message>
      <source>There is no live data to show.</source>
      <translation>没有实时数据可显示。</translation>
    </message>
    <message>
      <source>There is no source of bars called “{source}”. Choose another one for {symbol}.</source>
      <translation>没有名为「{source}」的K线来源，请为 {symbol} 选择其他来源。</translation>
    </message>
    <message>
      <source>There is no workspace “{name}” any more.</source>
      <translation>工作区「{name}」已不存在。</translation>
    </message>
    <message>
      <source>These are too many bars to measure at once. Zoom in, or choose a longer interval.</source>
      <translation>K线太多，无法一次量度。请放大，或选择较长周期。</translation>
    </message>
    <message>
      <source>These prices are simulated for demonstration. No market made them.</source>
      <translation>这些价格是为示范而模拟，并非来自市场。</translation>
    </message>
    <message>
      <source>This JSON file is no Lionrock workspace. Choose a file saved by Lionrock.</source>
      <translation>此 JSON 档不是 Lionrock 工作区，请选择由 Lionrock 保存的文件。</translation>
    </message>
    <message>
      <source>This could not be computed. The details are in the log.</source>
      <translation>无法计算，详情见日志。</translation>
    </message>
    <message>
      <source>This drawing is locked. Unlock it before deleting it.</source>
      <translation>此绘图已锁定，请先解锁再删除。</translation>
    </message>
    <message>
      <source>This indicator is drawn away from the bars it belongs to and so needs the chart's own interval.</source>
      <translation>此指标画在所属K线以外的位置，须采用图表本身的周期。</translation>
    </message>
    <message>
      <source>This indicator needs a second instrument. Choose one in its settings.</source>
      <translation>此指标需要第二个产品，请在其设置中选择。</translation>
    </message>
    <message>
      <source>This indicator takes its values from itself, by way of others. Choose another source.</source>
      <translation>此指标间接从自己取值，请选择其他来源。</translation>
    </message>
    <message>
      <source>This is no Lionrock workspace ({error}). Choose a file saved by Lionrock.</source>
      <translation>这不是 Lionrock 工作区（{error}），请选择由 Lionrock 保存的文件。</translation>
    </message>
    <message>
      <source>This is the fund {code}, which stands in for the {index}: its prices are the fund's, in HK$, not the index's points.</source>
      <translation>这是代替{index}的基金 {code}：价格属该基金，以港元计，并非指数点数。</translation>
    </message>
    <message>
      <source>This name is too long for a file. Choose a shorter one.</source>
      <translation>此名称作文件名太长，请选择较短的名称。</translation>
    </message>
    <message>
      <source>This replaces what has that name.</source>
      <translation>这会取代同名的一项。</translation>
    </message>
    <message>
      <source>This source has told of no dividends and splits that its prices could be adjusted for.</source>
      <translation>此来源没有提供可用以调整价格的股息及拆股。</translation>
    </message>
    <message>
      <source>This version of Lionrock has no indicator “{kind}”. Remove it from the chart or update Lionrock.</source>
      <translation>此版本的 Lionrock 没有指标「{kind}」，请从图表移除或更新 Lionrock。</translation>
    </message>
    <message>
      <source>This workspace was saved by a newer Lionrock (format {version}; this one reads up to {known}). Update Lionrock to open it.</source>
      <translation>此工作区由较新的 Lionrock 保存（格式 {version}；此版本最多读取 {known}），请更新 Lionrock 再开启。</translation>
    </message>
    <message>
      <source>Three Advancing White Soldiers</source>
      <translation>三白兵</translation>
    </message>
    <message>
      <source>Three Black Crows</source>
      <translation>三只乌鸦</translation>
    </message>
    <message>
      <source>Three Inside Up/Down</source>
      <translation>三内升／三内降</translation>
    </message>
    <message>
      <source>Three Outside Up/Down</source>
      <translation>三外升／三外降</translation>
    </message>
    <message>
      <source>Three Stars in the South</source>
      <translation>南方三星</translation>
    </message>
    <message>
      <source>Three-Line Strike</source>
      <translation>三线打击</translation>
    </message>
    <message>
      <source>Three-line break</source>
      <translation>三线反转图</translation>
    </message>
    <message>
      <source>Thrusting</source>
      <translation>插入线</translation>
    </message>
    <message>
      <source>Tick</source>
      <translation>剔号</translation>
    </message>
    <message>
      <source>Time ({zone})</source>
      <translation>时间（{zone}）</translation>
    </message>
    <message>
      <source>Time Series Forecast</source>
      <translation>时间序列预测</translation>
    </message>
    <message>
      <source>Time of day</source>
      <translation>时刻</translation>
    </message>
    <message>
      <source>Time of the chart: {time}</source>
      <translation>图表时间：{time}</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>时区</translation>
    </message>
    <message>
      <source>Times</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Times are those of {zone}.</source>
      <translation>时间属 {zone}。</translation>
    </message>
    <message>
      <source>Times in &amp;UTC</source>
      <translation>UTC 时间(&amp;U)</translation>
    </message>
    <message>
      <source>Times of the &amp;exchange</source>
      <translation>交易所时间(&amp;E)</translation>
    </message>
    <message>
      <source>Times of the chart: {zone}. Click to choose.</source>
      <translation>图表时间：{zone}。点击选择。</translation>
    </message>
    <message>
      <source>Times of this &amp;computer</source>
      <translation>此电脑的时间(&amp;C)</translation>
    </message>
    <message>
      <source>To</source>
      <translation>至</translation>
    </message>
    <message>
      <source>To the &amp;newest bar</source>
      <translation>前往最新K线(&amp;N)</translation>
    </message>
    <message>
      <source>Top</source>
      <translation>顶部</translation>
    </message>
    <message>
      <source>Trades are told as they are made known.</source>
      <translation>成交一公布即显示。</translation>
    </message>
    <message>
      <source>Trading goes on by itself now, simulated. The same command ends it.</source>
      <translation>模拟交易现正自动进行，再次使用同一命令即可结束。</translation>
    </message>
    <message>
      <source>Trend</source>
      <translation>趋势</translation>
    </message>
    <message>
      <source>Trend line</source>
      <translation>趋势线</translation>
    </message>
    <message>
      <source>Trend, support and resistance at a glance: the price above the cloud is strong, below it weak.</source>
      <translation>趋势、支撑及阻力一目了然：价格在云上为强，云下为弱。</translation>
    </message>
    <message>
      <source>Triangle</source>
      <translation>三角形</translation>
    </message>
    <message>
      <source>Triangular Moving Average</source>
      <translation>三角移动平均</translation>
    </message>
    <message>
      <source>Triple Exponential Moving Average</source>
      <translation>三重指数移动平均</translation>
    </message>
    <message>
      <source>Tristar</source>
      <translation>三星形态</translation>
    </message>
    <message>
      <source>True Range</source>
      <translation>真实波幅</translation>
    </message>
    <message>
      <source>True Strength Index</source>
      <translation>真实强弱指数</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>再试</translation>
    </message>
    <message>
      <source>Turn</source>
      <translation>转角</translation>
    </message>
    <message>
      <source>Turn the text with the line</source>
      <translation>文字随线倾斜</translation>
    </message>
    <message>
      <source>Two Crows</source>
      <translation>两只乌鸦</translation>
    </message>
    <message>
      <source>Two plots have the same name.</source>
      <translation>有两个同名的图线。</translation>
    </message>
    <message>
      <source>Type a code or a name</source>
      <translation>输入代码或名称</translation>
    </message>
    <message>
      <source>Type a command, an indicator or a symbol of the watchlist</source>
      <translation>输入命令、指标或自选股代码</translation>
    </message>
    <message>
      <source>Type a number</source>
      <translation>输入数字</translation>
    </message>
    <message>
      <source>Type letters or a code</source>
      <translation>输入字母或代码</translation>
    </message>
    <message>
      <source>Type the text</source>
      <translation>输入文字</translation>
    </message>
    <message>
      <source>Typical (H+L+C)/3</source>
      <translation>典型价 (H+L+C)/3</translation>
    </message>
    <message>
      <source>Typical Price</source>
      <translation>典型价格</translation>
    </message>
    <message>
      <source>Ultimate Oscillator</source>
      <translation>终极震荡指标</translation>
    </message>
    <message>
      <source>Undo changes</source>
      <translation>还原变更</translation>
    </message>
    <message>
      <source>Undone: {step}</source>
      <translation>已撤销：{step}</translation>
    </message>
    <message>
      <source>Unique Three River</source>
      <translation>奇特三河床</translation>
    </message>
    <message>
      <source>Unlock all drawings</source>
      <translation>解锁所有绘图</translation>
    </message>
    <message>
      <source>Unlock {drawing}</source>
      <translation>解锁 {drawing}</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>未保存的变更</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>升</translation>
    </message>
    <message>
      <source>Up-channel</source>
      <translation>上升通道</translation>
    </message>
    <message>
      <source>Upper</source>
      <translation>上方</translation>
    </message>
    <message>
      <source>Upper multiple</source>
      <translation>上方倍数</translation>
    </message>
    <message>
      <source>Upper, outer</source>
      <translation>上方（外）</translation>
    </message>
    <message>
      <source>Upside Gap Two Crows</source>
      <translation>向上跳空两只乌鸦</translation>
    </message>
    <message>
      <source>Use &amp;live data (Yahoo Finance)</source>
      <translation>使用实时数据（Yahoo Finance）(&amp;L)</translation>
    </message>
    <message>
      <source>Use live data</source>
      <translation>使用实时数据</translation>
    </message>
    <message>
      <source>Use live data (Yahoo Finance)</source>
      <translation>使用实时数据（Yahoo Finance）</translation>
    </message>
    <message>
      <source>Use the &amp;demonstration market</source>
      <translation>使用示范市场(&amp;D)</translation>
    </message>
    <message>
      <source>Use the demonstration</source>
      <translation>使用示范市场</translation>
    </message>
    <message>
      <source>Use the whole screen</source>
      <translation>使用整个屏幕</translation>
    </message>
    <message>
      <source>Value area high</source>
      <translation>价值区高位</translation>
    </message>
    <message>
      <source>Value area in %</source>
      <translation>价值区 %</translation>
    </message>
    <message>
      <source>Value area in percent</source>
      <translation>价值区百分比</translation>
    </message>
    <message>
      <source>Value area low</source>
      <translation>价值区低位</translation>
    </message>
    <message>
      <source>Values of the bar</source>
      <translation>K线数值</translation>
    </message>
    <message>
      <source>Variance</source>
      <translation>方差</translation>
    </message>
    <message>
      <source>Variant</source>
      <translation>变体</translation>
    </message>
    <message>
      <source>Version and licence</source>
      <translation>版本及授权</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>版本 {version}</translation>
    </message>
    <message>
      <source>Vertical Horizontal Filter</source>
      <translation>垂直水平过滤指标</translation>
    </message>
    <message>
      <source>Vertical bar</source>
      <translation>竖线</translation>
    </message>
    <message>
      <source>Vertical line</source>
      <translation>垂直线</translation>
    </message>
    <message>
      <source>Vie&amp;w</source>
      <translation>检视(&amp;W)</translation>
    </message>
    <message>
      <source>View</source>
      <translation>检视</translation>
    </message>
    <message>
      <source>Vol</source>
      <translation>量</translation>
    </message>
    <message>
      <source>Volatility</source>
      <translation>波幅</translation>
    </message>
    <message>
      <source>Volatility a year</source>
      <translation>年度化波幅</translation>
    </message>
    <message>
      <source>Volatility narrows before it widens: dots show the squeeze, bars the momentum that comes out of it.</source>
      <translation>波幅先收窄后扩大：点显示挤压，柱显示随后的动量。</translation>
    </message>
    <message>
      <source>Volume</source>
      <translation>成交量</translation>
    </message>
    <message>
      <source>Volume Profile, Fixed Range</source>
      <translation>成交量分布（固定范围）</translation>
    </message>
    <message>
      <source>Volume Profile, Session</source>
      <translation>成交量分布（时段）</translation>
    </message>
    <message>
      <source>Volume Profile, Visible Range</source>
      <translation>成交量分布（可见范围）</translation>
    </message>
    <message>
      <source>Volume as a multiple of its mean over the bars before.</source>
      <translation>成交量为之前K线平均的倍数。</translation>
    </message>
    <message>
      <source>Volume factor</source>
      <translation>成交量因子</translation>
    </message>
    <message>
      <source>Volume profile</source>
      <translation>成交量分布</translation>
    </message>
    <message>
      <source>Volume-Weighted Average Price</source>
      <translation>成交量加权平均价</translation>
    </message>
    <message>
      <source>Volume-Weighted Moving Average</source>
      <translation>成交量加权移动平均</translation>
    </message>
    <message>
      <source>Vortex Indicator</source>
      <translation>涡流指标</translation>
    </message>
    <message>
      <source>WMA over the root of the period of (2 WMA of half the period - WMA): smooth, with little delay.</source>
      <translation>以周期平方根计算（2 × 半周期 WMA − WMA）的 WMA：平滑而延迟少。</translation>
    </message>
    <message>
      <source>Watchlist</source>
      <translation>自选股</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>周</translation>
    </message>
    <message>
      <source>Weighted Close Price</source>
      <translation>加权收盘价</translation>
    </message>
    <message>
      <source>Weighted Moving Average</source>
      <translation>加权移动平均</translation>
    </message>
    <message>
      <source>What AKShare answered cannot be understood. Try again later; a newer AKShare may help.</source>
      <translation>无法理解 AKShare 的答复。请稍后再试；较新的 AKShare 或有帮助。</translation>
    </message>
    <message>
      <source>What a holder gained who bought more shares of every dividend</source>
      <translation>每次派息都再买入股份的持有人的收益</translation>
    </message>
    <message>
      <source>What column {number} holds</source>
      <translation>第 {number} 栏的内容</translation>
    </message>
    <message>
      <source>What is the indicator called?</source>
      <translation>指标叫什么名称？</translation>
    </message>
    <message>
      <source>What is this look called?</source>
      <translation>这个外观叫什么名称？</translation>
    </message>
    <message>
      <source>What is this set of indicators called?</source>
      <translation>这组指标叫什么名称？</translation>
    </message>
    <message>
      <source>What the colours of bars mean</source>
      <translation>K线颜色的意义</translation>
    </message>
    <message>
      <source>What the columns hold</source>
      <translation>各栏的内容</translation>
    </message>
    <message>
      <source>What was left out of answers and files, and why</source>
      <translation>数据及文件中忽略了什么及原因</translation>
    </message>
    <message>
      <source>What was left out of answers and files, or put right. Times are UTC; newest last.</source>
      <translation>数据及文件中忽略或修正的内容。时间为 UTC，最新在后。</translation>
    </message>
    <message>
      <source>Wheel</source>
      <translation>滚轮</translation>
    </message>
    <message>
      <source>Where in the dominant cycle the price stands, in degrees.</source>
      <translation>价格在主导周期中的位置，以度计。</translation>
    </message>
    <message>
      <source>Where the prices of this chart are written; a second scale takes the other side</source>
      <translation>此图表价格的位置；第二刻度在另一侧</translation>
    </message>
    <message>
      <source>Whether both move together (1), against each other (-1), or each by itself (0).</source>
      <translation>两者同步 (1)、相反 (-1) 或各自变动 (0)。</translation>
    </message>
    <message>
      <source>Whether this does better than the other one (above zero), or worse, against their ratio of late.</source>
      <translation>按两者近期的比率，此产品表现较另一产品佳（零以上）或差。</translation>
    </message>
    <message>
      <source>Which side leads (+DI over -DI is up) and how strong the trend is (ADX above 25).</source>
      <translation>哪一方领先（+DI 高于 -DI 为升）及趋势强度（ADX 高于 25）。</translation>
    </message>
    <message>
      <source>While drawing: angles in steps of 45°</source>
      <translation>绘画时：角度每 45° 一格</translation>
    </message>
    <message>
      <source>While drawing: magnet the other way round</source>
      <translation>绘画时：磁吸相反</translation>
    </message>
    <message>
      <source>Why you drew it</source>
      <translation>为何而画</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <source>Width in %</source>
      <translation>宽度 %</translation>
    </message>
    <message>
      <source>Width in percent of the range</source>
      <translation>宽度占波幅百分比</translation>
    </message>
    <message>
      <source>Width of the line</source>
      <translation>线的粗细</translation>
    </message>
    <message>
      <source>Wilder's Smoothed Moving Average</source>
      <translation>威尔德平滑移动平均</translation>
    </message>
    <message>
      <source>Wilder's average of the true range: a bar's range, widened to the close before it.</source>
      <translation>威尔德的真实波幅平均：K线波幅延伸至前收盘价。</translation>
    </message>
    <message>
      <source>Wilder's share of rises in all movement of the price, in per cent.</source>
      <translation>威尔德的升幅占全部价格变动的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>Wilder's smoothed sum of how far highs rose above the highs before.</source>
      <translation>高位升破前高位幅度的威尔德平滑和。</translation>
    </message>
    <message>
      <source>Wilder's smoothed sum of how far lows fell below the lows before.</source>
      <translation>低位跌破前低位幅度的威尔德平滑和。</translation>
    </message>
    <message>
      <source>Wilder's trailing stop, which speeds up with every new extreme and reverses when it is hit.</source>
      <translation>威尔德的移动止损，每创新极端值即加速，触及则反转。</translation>
    </message>
    <message>
      <source>Williams %R</source>
      <translation>威廉斯 %R</translation>
    </message>
    <message>
      <source>Williams Fractals</source>
      <translation>威廉斯分形</translation>
    </message>
    <message>
      <source>With another language the window closes and opens again as it is.</source>
      <translation>更改语言时窗口会关闭，并照原样再次开启。</translation>
    </message>
    <message>
      <source>With {indicators}</source>
      <translation>包括 {indicators}</translation>
    </message>
    <message>
      <source>Workspaces</source>
      <translation>工作区</translation>
    </message>
    <message>
      <source>Worst bar</source>
      <translation>最差K线</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>写入</translation>
    </message>
    <message>
      <source>Write a file with ten lines of Python to begin with, and open it</source>
      <translation>写入一个十行的 Python 档作为起点，并将其开启</translation>
    </message>
    <message>
      <source>Write levels in percent</source>
      <translation>以百分比标示水平</translation>
    </message>
    <message>
      <source>Write the bars and the values of the indicators to a CSV file</source>
      <translation>将K线及指标数值写入 CSV 文件</translation>
    </message>
    <message>
      <source>Write what is in view, bars and values of the indicators, to a CSV file</source>
      <translation>将画面中的K线及指标数值写入 CSV 文件</translation>
    </message>
    <message>
      <source>Write what the selected drawing says in a field over the chart</source>
      <translation>在图表上的栏位写入所选绘图的文字</translation>
    </message>
    <message>
      <source>Write {drawing}</source>
      <translation>写入 {drawing}</translation>
    </message>
    <message>
      <source>XABCD pattern</source>
      <translation>XABCD 形态</translation>
    </message>
    <message>
      <source>YTD</source>
      <translation>年初至今</translation>
    </message>
    <message>
      <source>YYYY year, MM month, DD day, HH hour, mm minute, ss second</source>
      <translation>YYYY 年、MM 月、DD 日、HH 时、mm 分、ss 秒</translation>
    </message>
    <message>
      <source>Yahoo Finance</source>
      <translation>Yahoo Finance</translation>
    </message>
    <message>
      <source>Yahoo Finance answered after {seconds} seconds.</source>
      <translation>Yahoo Finance 于 {seconds} 秒后回复。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered for {symbol} in {currency}, not in {usual}. Nothing of it was kept.</source>
      <translation>Yahoo Finance 以 {currency} 而非 {usual} 回复 {symbol}，没有保留任何内容。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with an error for {symbol}: {said}.</source>
      <translation>Yahoo Finance 对 {symbol} 回复错误：{said}。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with bars of {given} when asked for {interval}. Nothing of it was kept.</source>
      <translation>查询 {interval} 时 Yahoo Finance 回复了 {given} 的K线，没有保留任何内容。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with bars {seconds} seconds apart when asked for {interval}. Nothing of it was kept.</source>
      <translation>查询 {interval} 时 Yahoo Finance 回复了相隔 {seconds} 秒的K线，没有保留任何内容。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with {kind_of} instead of bars of {symbol}. Try again later.</source>
      <translation>Yahoo Finance 回复了{kind_of}，而不是 {symbol} 的K线。请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with {kind_of} instead of what fits “{text}”. Try again later.</source>
      <translation>Yahoo Finance 回复了{kind_of}，而不是符合「{text}」的结果。请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with {symbol} when asked for {wanted}. Nothing of it was kept.</source>
      <translation>查询 {wanted} 时 Yahoo Finance 回复了 {symbol}，没有保留任何内容。</translation>
    </message>
    <message>
      <source>Yahoo Finance asks for a pause.</source>
      <translation>Yahoo Finance 要求暂停。</translation>
    </message>
    <message>
      <source>Yahoo Finance asks for a pause: too many requests came from here. It can be asked again in {span}.</source>
      <translation>Yahoo Finance 要求暂停：由此发出的查询太多。{span}后可再查询。</translation>
    </message>
    <message>
      <source>Yahoo Finance did not answer in time. Check the connection, or try again later.</source>
      <translation>Yahoo Finance 未有及时回复。请检查连接，或稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance does not know “{symbol}”, and said so twice. It is asked again tomorrow.</source>
      <translation>Yahoo Finance 两次表示不认识「{symbol}」，明天再查询。</translation>
    </message>
    <message>
      <source>Yahoo Finance does not know “{symbol}”. Check the code; Hong Kong's look like 9988.HK.</source>
      <translation>Yahoo Finance 不认识「{symbol}」。请检查代码；香港代码如 9988.HK。</translation>
    </message>
    <message>
      <source>Yahoo Finance does not serve {symbol} at {interval} for this time: {said}.</source>
      <translation>Yahoo Finance 在此时段不提供 {symbol} 的 {interval} K线：{said}。</translation>
    </message>
    <message>
      <source>Yahoo Finance does not tell when {symbol} publishes earnings ({status}).</source>
      <translation>Yahoo Finance 没有提供 {symbol} 公布业绩的日期（{status}）。</translation>
    </message>
    <message>
      <source>Yahoo Finance is not asked for bars of {interval}. Choose one of {names}.</source>
      <translation>Yahoo Finance 不会被查询 {interval} 的K线，请选择 {names} 之一。</translation>
    </message>
    <message>
      <source>Yahoo Finance is out of order ({status}). Try again in some minutes.</source>
      <translation>Yahoo Finance 发生故障（{status}），请数分钟后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance keeps only the last days of the Hang Seng TECH Index; what is seen of it is stored and grows day by day. For its past open a file, take AKShare's history, or show the fund 3033.HK, which follows it.</source>
      <translation>Yahoo Finance 只保留恒生科技指数最近数日；所见的会保存并逐日累积。如要看更早的历史，请开启文件、采用 AKShare 的历史，或显示追踪该指数的基金 3033.HK。</translation>
    </message>
    <message>
      <source>Yahoo Finance refuses live prices ({status}). They are asked for instead.</source>
      <translation>Yahoo Finance 拒绝提供实时价格（{status}），改为定时查询。</translation>
    </message>
    <message>
      <source>Yahoo Finance refuses to answer ({status}). Try again later.</source>
      <translation>Yahoo Finance 拒绝回复（{status}），请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance wants its terms accepted first. Open finance.yahoo.com in a browser here, and try again.</source>
      <translation>Yahoo Finance 要求先接受其条款。请在此处以浏览器开启 finance.yahoo.com，再试一次。</translation>
    </message>
    <message>
      <source>Yahoo Finance was not asked for {symbol}: yfinance answered by itself.</source>
      <translation>Yahoo Finance 并未收到 {symbol} 的查询：yfinance 自行作答。</translation>
    </message>
    <message>
      <source>Yahoo Finance was not asked: yfinance answered by itself.</source>
      <translation>Yahoo Finance 并未收到查询：yfinance 自行作答。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer does not say what it is about ({error}). Try again later.</source>
      <translation>Yahoo Finance 的答复没有说明内容（{error}），请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} cannot be understood ({status}). Try again later.</source>
      <translation>无法理解 Yahoo Finance 对 {symbol} 的答复（{status}），请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} cannot be understood. Try again later.</source>
      <translation>无法理解 Yahoo Finance 对 {symbol} 的答复，请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} is empty. Try again later.</source>
      <translation>Yahoo Finance 对 {symbol} 的答复是空的，请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} is in a time zone that does not exist: {zone}. Try again later.</source>
      <translation>Yahoo Finance 对 {symbol} 的答复采用不存在的时区：{zone}。请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} lacks its {name} prices. Try again later.</source>
      <translation>Yahoo Finance 对 {symbol} 的答复欠缺 {name} 价格，请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer to “{text}” cannot be understood ({status}). Try again later.</source>
      <translation>无法理解 Yahoo Finance 对「{text}」的答复（{status}），请稍后再试。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer was damaged on its way. Try again later.</source>
      <translation>Yahoo Finance 的答复在途中损坏，请稍后再试。</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>年</translation>
    </message>
    <message>
      <source>Year to date</source>
      <translation>年初至今</translation>
    </message>
    <message>
      <source>Yellow</source>
      <translation>黄</translation>
    </message>
    <message>
      <source>Your own</source>
      <translation>自订</translation>
    </message>
    <message>
      <source>Zero-Lag Exponential Moving Average</source>
      <translation>零延迟指数移动平均</translation>
    </message>
    <message>
      <source>ZigZag</source>
      <translation>之字转向</translation>
    </message>
    <message>
      <source>Zoom about the cursor</source>
      <translation>以光标为中心缩放</translation>
    </message>
    <message>
      <source>Zoom finely, about the cursor itself</source>
      <translation>细致缩放，以光标为中心</translation>
    </message>
    <message>
      <source>Zoom in or out</source>
      <translation>放大或缩小</translation>
    </message>
    <message>
      <source>a PDF document</source>
      <translation>PDF 文档</translation>
    </message>
    <message>
      <source>a database</source>
      <translation>数据库</translation>
    </message>
    <message>
      <source>a line of column names (date, open, high, low, close, volume) and a line for each bar</source>
      <translation>一行列名（date、open、high、low、close、volume）及每根K线一行</translation>
    </message>
    <message>
      <source>a packed file</source>
      <translation>压缩文件</translation>
    </message>
    <message>
      <source>a part of the path is not a folder</source>
      <translation>路径的一部分不是文件夹</translation>
    </message>
    <message>
      <source>a picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>a protected workbook, or one of an old version of Excel</source>
      <translation>受保护或旧版 Excel 的工作簿</translation>
    </message>
    <message>
      <source>a web page</source>
      <translation>网页</translation>
    </message>
    <message>
      <source>adj</source>
      <translation>调整</translation>
    </message>
    <message>
      <source>and {count} earlier</source>
      <translation>及较早的 {count} 个</translation>
    </message>
    <message>
      <source>another program holds it</source>
      <translation>另一程序正占用</translation>
    </message>
    <message>
      <source>asked for a pause until {time}</source>
      <translation>被要求暂停至 {time}</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>between two bars</source>
      <translation>在两根K线之间</translation>
    </message>
    <message>
      <source>both in the last {0} bars</source>
      <translation>两者均指最近 {0} 根K线</translation>
    </message>
    <message>
      <source>changes</source>
      <translation>变动</translation>
    </message>
    <message>
      <source>classic</source>
      <translation>经典</translation>
    </message>
    <message>
      <source>close</source>
      <translation>收盘</translation>
    </message>
    <message>
      <source>closes through it: {0}</source>
      <translation>收盘穿越：{0}</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>yyyy年M月d日</translation>
    </message>
    <message>
      <source>date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>ddd</source>
      <translation>ddd</translation>
    </message>
    <message>
      <source>ddd d MMM yyyy</source>
      <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message>
      <source>dividend left out of the adjusted closes, worked in</source>
      <translation>调整后收盘价漏计的股息，已补上</translation>
    </message>
    <message>
      <source>hidden</source>
      <translation>已隐藏</translation>
    </message>
    <message>
      <source>high</source>
      <translation>最高</translation>
    </message>
    <message>
      <source>high below low</source>
      <translation>最高价低于最低价</translation>
    </message>
    <message>
      <source>high or low widened to hold open and close</source>
      <translation>最高或最低价已扩宽以包含开盘及收盘价</translation>
    </message>
    <message>
      <source>incomplete</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>it cannot be opened</source>
      <translation>无法打开</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>这是文件夹</translation>
    </message>
    <message>
      <source>it is too large for this format</source>
      <translation>图片太大，这种格式容不下</translation>
    </message>
    <message>
      <source>it may not be written</source>
      <translation>不可写入</translation>
    </message>
    <message>
      <source>last close {0} away</source>
      <translation>最近收盘价相距 {0}</translation>
    </message>
    <message>
      <source>left</source>
      <translation>左</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>线性</translation>
    </message>
    <message>
      <source>live</source>
      <translation>实时</translation>
    </message>
    <message>
      <source>loading …</source>
      <translation>加载中…</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>已锁定</translation>
    </message>
    <message>
      <source>log</source>
      <translation>对数</translation>
    </message>
    <message>
      <source>low</source>
      <translation>最低</translation>
    </message>
    <message>
      <source>lunch break until {time}</source>
      <translation>午休至 {time}</translation>
    </message>
    <message>
      <source>market closed until {time}</source>
      <translation>休市至 {time}</translation>
    </message>
    <message>
      <source>month</source>
      <translation>月</translation>
    </message>
    <message>
      <source>negative volume, taken as unknown</source>
      <translation>成交量为负，视作不详</translation>
    </message>
    <message>
      <source>no names</source>
      <translation>没有列名</translation>
    </message>
    <message>
      <source>no readable data</source>
      <translation>无法读取的数据</translation>
    </message>
    <message>
      <source>no text</source>
      <translation>非文本文件</translation>
    </message>
    <message>
      <source>none chosen</source>
      <translation>未选择</translation>
    </message>
    <message>
      <source>nothing traded on a closed day</source>
      <translation>休市日没有成交</translation>
    </message>
    <message>
      <source>off</source>
      <translation>关</translation>
    </message>
    <message>
      <source>offline</source>
      <translation>离线</translation>
    </message>
    <message>
      <source>offline, tried again at {time}</source>
      <translation>离线，{time} 再试</translation>
    </message>
    <message>
      <source>older than the price before</source>
      <translation>较前一个价格旧</translation>
    </message>
    <message>
      <source>on</source>
      <translation>开</translation>
    </message>
    <message>
      <source>open</source>
      <translation>开盘</translation>
    </message>
    <message>
      <source>open or close outside high and low</source>
      <translation>开盘或收盘价在高低价以外</translation>
    </message>
    <message>
      <source>out of order, sorted</source>
      <translation>次序错乱，已排序</translation>
    </message>
    <message>
      <source>outside trading hours</source>
      <translation>交易时间以外</translation>
    </message>
    <message>
      <source>permission denied</source>
      <translation>没有权限</translation>
    </message>
    <message>
      <source>price in another currency</source>
      <translation>价格属另一货币</translation>
    </message>
    <message>
      <source>price missing</source>
      <translation>缺少价格</translation>
    </message>
    <message>
      <source>price not above zero</source>
      <translation>价格不大于零</translation>
    </message>
    <message>
      <source>price of another scale</source>
      <translation>价格属另一尺度</translation>
    </message>
    <message>
      <source>prices</source>
      <translation>价格</translation>
    </message>
    <message>
      <source>repeated time</source>
      <translation>时间重复</translation>
    </message>
    <message>
      <source>right</source>
      <translation>右</translation>
    </message>
    <message>
      <source>session</source>
      <translation>时段</translation>
    </message>
    <message>
      <source>set of indicators</source>
      <translation>指标组合</translation>
    </message>
    <message>
      <source>stamped with their end, moved to their beginning</source>
      <translation>以结束时间标记，已改为开始时间</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>磁盘已满</translation>
    </message>
    <message>
      <source>the disk is read-only</source>
      <translation>磁盘唯读</translation>
    </message>
    <message>
      <source>the disk quota is used up</source>
      <translation>磁盘配额已用完</translation>
    </message>
    <message>
      <source>the disk reported an error</source>
      <translation>磁盘报告错误</translation>
    </message>
    <message>
      <source>the folder or file does not exist</source>
      <translation>文件夹或文件不存在</translation>
    </message>
    <message>
      <source>the name is too long</source>
      <translation>名称太长</translation>
    </message>
    <message>
      <source>there were none</source>
      <translation>一根也没有</translation>
    </message>
    <message>
      <source>time in the future</source>
      <translation>时间在未来</translation>
    </message>
    <message>
      <source>touches: {0}</source>
      <translation>触及：{0}</translation>
    </message>
    <message>
      <source>unreadable number</source>
      <translation>数字无法读取</translation>
    </message>
    <message>
      <source>unreadable time</source>
      <translation>时间无法读取</translation>
    </message>
    <message>
      <source>up to date</source>
      <translation>已是最新</translation>
    </message>
    <message>
      <source>volume</source>
      <translation>成交量</translation>
    </message>
    <message>
      <source>volume of 0 of an index, taken as unknown</source>
      <translation>指数成交量为 0，视作不详</translation>
    </message>
    <message>
      <source>volume of 0 on a half day, taken as unknown</source>
      <translation>半日市成交量为 0，视作不详</translation>
    </message>
    <message>
      <source>week</source>
      <translation>周</translation>
    </message>
    <message>
      <source>year</source>
      <translation>年</translation>
    </message>
    <message>
      <source>{0} drawings</source>
      <translation>{0} 个绘图</translation>
    </message>
    <message>
      <source>{age}, as of {time}</source>
      <translation>{age}，截至 {time}</translation>
    </message>
    <message>
      <source>{amount} per share</source>
      <translation>每股 {amount}</translation>
    </message>
    <message>
      <source>{count:,} with {kind}</source>
      <translation>{count:,} 行{kind}</translation>
    </message>
    <message>
      <source>{count} bar</source>
      <translation>{count} 根K线</translation>
    </message>
    <message>
      <source>{count} bars</source>
      <translation>{count} 根K线</translation>
    </message>
    <message>
      <source>{count} bars of {interval}, from {first} to {last}.</source>
      <translation>{count} 根 {interval} K线，由 {first} 至 {last}。</translation>
    </message>
    <message>
      <source>{count} bars were exported to {file}.</source>
      <translation>{count} 根K线已导出至 {file}。</translation>
    </message>
    <message>
      <source>{count} days</source>
      <translation>{count} 日</translation>
    </message>
    <message>
      <source>{count} days old</source>
      <translation>{count} 日前</translation>
    </message>
    <message>
      <source>{count} drawings</source>
      <translation>{count} 个绘图</translation>
    </message>
    <message>
      <source>{count} hours</source>
      <translation>{count} 小时</translation>
    </message>
    <message>
      <source>{count} hours old</source>
      <translation>{count} 小时前</translation>
    </message>
    <message>
      <source>{count} minutes</source>
      <translation>{count} 分钟</translation>
    </message>
    <message>
      <source>{count} minutes old</source>
      <translation>{count} 分钟前</translation>
    </message>
    <message>
      <source>{count} months</source>
      <translation>{count} 个月</translation>
    </message>
    <message>
      <source>{count} of {rows} rows were left out: {kinds}.</source>
      <translation>{rows} 列中忽略了 {count} 列：{kinds}。</translation>
    </message>
    <message>
      <source>{count} pixels</source>
      <translation>{count} 像素</translation>
    </message>
    <message>
      <source>{count} seconds</source>
      <translation>{count} 秒</translation>
    </message>
    <message>
      <source>{count} times as fast</source>
      <translation>{count} 倍速</translation>
    </message>
    <message>
      <source>{count} weeks</source>
      <translation>{count} 周</translation>
    </message>
    <message>
      <source>{days} d {hours} h</source>
      <translation>{days} 天 {hours} 小时</translation>
    </message>
    <message>
      <source>{days} d {hours} h {minutes} min</source>
      <translation>{days} 天 {hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
      <source>{days} days</source>
      <translation>{days} 日</translation>
    </message>
    <message>
      <source>{days}d {hours}h</source>
      <translation>{days}日 {hours}小时</translation>
    </message>
    <message>
      <source>{drawing}: properties</source>
      <translation>{drawing}：属性</translation>
    </message>
    <message>
      <source>{file} was written. Save it after each change, and the chart follows.</source>
      <translation>已写入 {file}。每次更改后保存，图表便会跟随。</translation>
    </message>
    <message>
      <source>{file}, line {line}: {text}</source>
      <translation>{file}，第 {line} 行：{text}</translation>
    </message>
    <message>
      <source>{file}: {text}</source>
      <translation>{file}：{text}</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
      <source>{indicator} in a pane of its own</source>
      <translation>{indicator} 在独立窗格</translation>
    </message>
    <message>
      <source>{indicator} without a scale of its own</source>
      <translation>{indicator} 不用独立刻度</translation>
    </message>
    <message>
      <source>{indicator} · add</source>
      <translation>{indicator} · 加入</translation>
    </message>
    <message>
      <source>{indicator} · remove</source>
      <translation>{indicator} · 移除</translation>
    </message>
    <message>
      <source>{kinds} and {count} more kinds</source>
      <translation>{kinds}及另外 {count} 种</translation>
    </message>
    <message>
      <source>{lines}-line break</source>
      <translation>{lines} 线反转</translation>
    </message>
    <message>
      <source>{list}, number {number}</source>
      <translation>{list}，第 {number} 个</translation>
    </message>
    <message>
      <source>{minutes} min late</source>
      <translation>迟 {minutes} 分钟</translation>
    </message>
    <message>
      <source>{name}  (open)</source>
      <translation>{name}（已开启）</translation>
    </message>
    <message>
      <source>{name} had no bars at this time. Step on or leave the replay.</source>
      <translation>{name} 在此时没有K线，请前进或离开重播。</translation>
    </message>
    <message>
      <source>{name} has no bars of this instrument. Choose another source.</source>
      <translation>{name} 没有此产品的K线，请选择其他来源。</translation>
    </message>
    <message>
      <source>{name} has no bars of {interval}, and bars of {shortest} do not add up to them. Choose {shortest}.</source>
      <translation>{name} 没有 {interval} 的K线，{shortest} 的K线也不能合成，请选择 {shortest}。</translation>
    </message>
    <message>
      <source>{name} has no bars of {interval}. Choose {shortest} or longer.</source>
      <translation>{name} 没有 {interval} 的K线，请选择 {shortest} 或更长。</translation>
    </message>
    <message>
      <source>{name} keeps bars of {interval} for {days} days, so they begin on {first}.</source>
      <translation>{name} 保留 {interval} K线 {days} 日，故由 {first} 开始。</translation>
    </message>
    <message>
      <source>{name} keeps bars of {interval} for {days} days, so they begin on {first}. Choose bars of {longer} to see further back.</source>
      <translation>{name} 保留 {interval} K线 {days} 日，故由 {first} 开始。如要看得更早，请选择 {longer} K线。</translation>
    </message>
    <message>
      <source>{new} for {old}</source>
      <translation>{old} 拆为 {new}</translation>
    </message>
    <message>
      <source>{path} cannot be used ({reason}) and is left as it is. What would be kept there lasts only until Lionrock ends.</source>
      <translation>无法使用 {path}（{reason}），该文件保持原状；本应存于其中的更改只保留至 Lionrock 结束为止。</translation>
    </message>
    <message>
      <source>{path} is open in another Lionrock window. Close it there first.</source>
      <translation>{path} 已在另一个 Lionrock 窗口开启，请先在该处关闭。</translation>
    </message>
    <message>
      <source>{path} was damaged. It was kept as {file}, and a new one is begun.</source>
      <translation>{path} 已损坏，原文件保留为 {file}，并另建新文件。</translation>
    </message>
    <message>
      <source>{path} was written by a newer Lionrock and is left as it is. What would be kept there lasts only until Lionrock ends. Update Lionrock to use it.</source>
      <translation>{path} 由较新版本的 Lionrock 写入，现保持原状；本应存于其中的更改只保留至 Lionrock 结束为止。请更新 Lionrock 以使用该文件。</translation>
    </message>
    <message>
      <source>{point}: price</source>
      <translation>{point}：价格</translation>
    </message>
    <message>
      <source>{point}: time</source>
      <translation>{point}：时间</translation>
    </message>
    <message>
      <source>{problem} Until then the bars that were read before stay.</source>
      <translation>{problem} 在此之前保留先前读取的K线。</translation>
    </message>
    <message>
      <source>{problem} What is fetched now is kept until Lionrock is closed. Make room on the disk or check its permissions.</source>
      <translation>{problem} 现时获取的内容保留至 Lionrock 关闭为止。请腾出磁盘空间或检查其权限。</translation>
    </message>
    <message>
      <source>{some}, {others}</source>
      <translation>{some}、{others}</translation>
    </message>
    <message>
      <source>{symbol} cannot be shown at {interval}: {error}</source>
      <translation>{symbol} 无法以 {interval} 显示：{error}</translation>
    </message>
    <message>
      <source>{symbol} is in the watchlist already.</source>
      <translation>{symbol} 已在自选股。</translation>
    </message>
    <message>
      <source>{text} (first in line {line})</source>
      <translation>{text}（首见于第 {line} 行）</translation>
    </message>
    <message>
      <source>{title} (guessed)</source>
      <translation>{title}（猜测）</translation>
    </message>
    <message>
      <source>“{address}” is no address of a file; such an address begins with file:///.</source>
      <translation>「{address}」不是文件位址；文件位址以 file:/// 开头。</translation>
    </message>
    <message>
      <source>“{item}” is neither a file nor a symbol. Name a file of bars, or a symbol such as 9988.HK or ^HSI.</source>
      <translation>「{item}」既非文件亦非代码。请指定K线文件，或代码如 9988.HK、^HSI。</translation>
    </message>
    <message>
      <source>“{name}” breaks off or is damaged. Open it in an editor, or export it once more.</source>
      <translation>「{name}」中断或已损坏。请在编辑器中开启，或重新导出。</translation>
    </message>
    <message>
      <source>“{name}” breaks off or is damaged: quotation marks that open in line {line} never close. Open it in an editor, or export it once more.</source>
      <translation>「{name}」中断或已损坏：第 {line} 行开始的引号没有结束。请在编辑器中开启，或重新导出。</translation>
    </message>
    <message>
      <source>“{name}” cannot be a file's name. Give the indicator a name with letters.</source>
      <translation>「{name}」不能用作文件名，请为指标取一个含字母的名称。</translation>
    </message>
    <message>
      <source>“{name}” could not be read: {reason}. Check the disk, or copy the file to another one.</source>
      <translation>无法读取「{name}」：{reason}。请检查磁盘，或将文件复制到另一磁盘。</translation>
    </message>
    <message>
      <source>“{name}” could not be saved: {reason}. Changes stay in memory, and saving is tried again.</source>
      <translation>「{name}」无法保存：{reason}。变更保留在记忆体，并会再试保存。</translation>
    </message>
    <message>
      <source>“{name}” has column names but no line below them. Choose a file with bars in it.</source>
      <translation>「{name}」有栏名但其下没有资料，请选择有K线的文件。</translation>
    </message>
    <message>
      <source>“{name}” has no column for {lacking} (found: {found}). Say which columns hold what.</source>
      <translation>「{name}」没有{lacking}栏（现有：{found}），请指明各栏的内容。</translation>
    </message>
    <message>
      <source>“{name}” has {size:.1f} GB, and Lionrock reads up to {most} GB. Split it, by years for example, and open a part.</source>
      <translation>「{name}」有 {size:.1f} GB，Lionrock 最多读取 {most} GB。请按年份等分拆后开启其中一部分。</translation>
    </message>
    <message>
      <source>“{name}” holds no table. Choose a file with {wanted}.</source>
      <translation>「{name}」没有表格，请选择有 {wanted} 的文件。</translation>
    </message>
    <message>
      <source>“{name}” holds several instruments ({symbol}). Save one file for each.</source>
      <translation>「{name}」包含多个产品（{symbol}），请每个产品各存一个文件。</translation>
    </message>
    <message>
      <source>“{name}” is a Parquet file, and reading those needs pyarrow. Install it with pip install "lionrock[formats]", or save the table as CSV and open that.</source>
      <translation>「{name}」是 Parquet 文件，读取需要 pyarrow。请以 pip install "lionrock[formats]" 安装，或将表格另存为 CSV 再开启。</translation>
    </message>
    <message>
      <source>“{name}” is a device or a pipe. Choose a file of bars.</source>
      <translation>「{name}」是装置或管道，请选择K线文件。</translation>
    </message>
    <message>
      <source>“{name}” is a folder. Choose a file of bars in it.</source>
      <translation>「{name}」是文件夹，请选择其中的K线文件。</translation>
    </message>
    <message>
      <source>“{name}” is an Excel workbook, and reading those needs openpyxl. Install it with pip install "lionrock[formats]", or save the sheet as CSV and open that.</source>
      <translation>「{name}」是 Excel 工作簿，读取需要 openpyxl。请以 pip install "lionrock[formats]" 安装，或将工作表另存为 CSV 再开启。</translation>
    </message>
    <message>
      <source>“{name}” is damaged or protected ({reason}). Open it in the program it is from, and save it as CSV.</source>
      <translation>「{name}」已损坏或受保护（{reason}）。请在原程序开启并另存为 CSV。</translation>
    </message>
    <message>
      <source>“{name}” is empty. Choose a file with {wanted}.</source>
      <translation>「{name}」是空的，请选择有 {wanted} 的文件。</translation>
    </message>
    <message>
      <source>“{name}” is open in another Lionrock window, so this one shows a copy of it, “{copy}”.</source>
      <translation>「{name}」已在另一个 Lionrock 窗口开启，此窗口显示其副本「{copy}」。</translation>
    </message>
    <message>
      <source>“{name}” is open in another Lionrock window. Close it there first, or choose another name.</source>
      <translation>「{name}」已在另一个 Lionrock 窗口开启。请先在该处关闭，或选择其他名称。</translation>
    </message>
    <message>
      <source>“{name}” is open. Go to another workspace before deleting it.</source>
      <translation>「{name}」正在使用，请先转到另一工作区再删除。</translation>
    </message>
    <message>
      <source>“{name}” is {kind}. Save the table as CSV, and open that.</source>
      <translation>「{name}」是{kind}，请将表格另存为 CSV 再开启。</translation>
    </message>
    <message>
      <source>“{name}” may not be read. Change its permissions, or copy it to a place of your own.</source>
      <translation>没有读取「{name}」的权限。请更改权限，或复制到自己的位置。</translation>
    </message>
    <message>
      <source>“{name}” was changed by another program while it was open. Its version is kept as “{other}”.</source>
      <translation>「{name}」打开期间被另一个程序更改，该版本已保留为「{other}」。</translation>
    </message>
    <message>
      <source>“{path}” cannot be read ({reason}). Choose another file of certificates.</source>
      <translation>无法读取「{path}」（{reason}），请选择其他证书文件。</translation>
    </message>
    <message>
      <source>“{path}” holds no certificates that can be read. Choose a file of certificates (.pem, .crt).</source>
      <translation>「{path}」没有可读取的证书，请选择证书文件（.pem、.crt）。</translation>
    </message>
    <message>
      <source>“{path}” names no kind of picture. End its name with one of {formats}.</source>
      <translation>「{path}」不是图片种类，文件名请以 {formats} 之一结尾。</translation>
    </message>
    <message>
      <source>“{text}” is no address of a proxy. Write it like http://proxy.example:8080 or socks5://127.0.0.1:1080.</source>
      <translation>「{text}」不是代理服务器位址，请写成 http://proxy.example:8080 或 socks5://127.0.0.1:1080。</translation>
    </message>
    <message>
      <source>“{text}” is no symbol. Type a code such as 9988, or a part of a name.</source>
      <translation>「{text}」不是代码。请输入代码如 9988，或名称的一部分。</translation>
    </message>
    <message>
      <source>← →</source>
      <translation>← →</translation>
    </message>
    <message>
      <source>← → ↑ ↓</source>
      <translation>← → ↑ ↓</translation>
    </message>
  </context>
</TS>
