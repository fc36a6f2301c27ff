<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
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
      <translation>關於 Lionrock(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;As the system</source>
      <translation>跟隨系統(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Automatic</source>
      <translation>自動(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Automatic scale</source>
      <translation>自動刻度(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Bar style</source>
      <translation>圖表樣式(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Bars</source>
      <translation>美國線(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Blue rises, orange falls</source>
      <translation>藍升橙跌(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Candles</source>
      <translation>陰陽燭(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Colours</source>
      <translation>顏色(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy drawings</source>
      <translation>複製繪圖(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy picture</source>
      <translation>複製圖片(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Cursor</source>
      <translation>游標(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Dark theme</source>
      <translation>深色主題(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>刪除(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete selected drawings</source>
      <translation>刪除所選繪圖(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Drawing tools</source>
      <translation>繪圖工具(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Export bars and indicators…</source>
      <translation>匯出K線及指標(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Find a command…</source>
      <translation>尋找指令(&amp;F)…</translation>
    </message>
    <message>
      <source>&amp;Fold the pane up</source>
      <translation>摺起窗格(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Full screen</source>
      <translation>全螢幕(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Go to date…</source>
      <translation>前往日期(&amp;G)…</translation>
    </message>
    <message>
      <source>&amp;Green rises, red falls</source>
      <translation>綠升紅跌(&amp;G)</translation>
    </message>
    <message>
      <source>&amp;Hide all drawings</source>
      <translation>隱藏所有繪圖(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Hide the indicator</source>
      <translation>隱藏指標(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Hide {indicator}</source>
      <translation>隱藏 {indicator}(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Hollow candles</source>
      <translation>空心陰陽燭(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Interval</source>
      <translation>週期(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Inverted</source>
      <translation>反轉(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Inverted scale</source>
      <translation>反轉刻度(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Keep drawing</source>
      <translation>連續繪圖(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Keyboard and mouse</source>
      <translation>鍵盤及滑鼠(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Leave the replay</source>
      <translation>離開重播(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Light theme</source>
      <translation>淺色主題(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Line</source>
      <translation>折線(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Lock</source>
      <translation>鎖定(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Lock all drawings</source>
      <translation>鎖定所有繪圖(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Logarithmic scale</source>
      <translation>對數刻度(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Magnet</source>
      <translation>磁吸(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Open the pane</source>
      <translation>展開窗格(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open…</source>
      <translation>開啟(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Panels</source>
      <translation>面板(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Paste drawings</source>
      <translation>貼上繪圖(&amp;P)</translation>
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
      <translation>播放或暫停(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Point and figure</source>
      <translation>點數圖(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Properties…</source>
      <translation>屬性(&amp;P)…</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>結束(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Red rises, green falls</source>
      <translation>紅升綠跌(&amp;R)</translation>
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
      <translation>更新K線(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove the indicator</source>
      <translation>移除指標(&amp;R)</translation>
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
      <translation>重設檢視(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Selected drawings</source>
      <translation>所選繪圖(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Settings of the indicator…</source>
      <translation>指標設定(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Settings of {indicator}…</source>
      <translation>{indicator} 的設定(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Settings…</source>
      <translation>設定(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Span</source>
      <translation>時段(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Start at the crosshair</source>
      <translation>由十字線開始(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Statistics of the visible range…</source>
      <translation>可見範圍統計(&amp;S)…</translation>
    </message>
    <message>
      <source>&amp;Step line</source>
      <translation>階梯線(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Three-line break</source>
      <translation>三線反轉圖(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Times</source>
      <translation>時間(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>復原(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Undo: {step}</source>
      <translation>復原(&amp;U)：{step}</translation>
    </message>
    <message>
      <source>&amp;Watchlist</source>
      <translation>自選股(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Workspaces…</source>
      <translation>工作區(&amp;W)…</translation>
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
      <translation>1 小時</translation>
    </message>
    <message>
      <source>1 hour old</source>
      <translation>1 小時前</translation>
    </message>
    <message>
      <source>1 minute</source>
      <translation>1 分鐘</translation>
    </message>
    <message>
      <source>1 minute old</source>
      <translation>1 分鐘前</translation>
    </message>
    <message>
      <source>1 month</source>
      <translation>1 個月</translation>
    </message>
    <message>
      <source>1 week</source>
      <translation>1 週</translation>
    </message>
    <message>
      <source>1 while the price follows a trend, 0 while it moves in a cycle.</source>
      <translation>價格依循趨勢時為 1，循環波動時為 0。</translation>
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
      <translation>2 EMA − EMA 的 EMA：比 EMA 更貼近價格。</translation>
    </message>
    <message>
      <source>3 EMA - 3 EMA of EMA + EMA of EMA of EMA: less delay still.</source>
      <translation>3 EMA − 3（EMA 的 EMA）+ EMA 的 EMA 的 EMA：延遲更少。</translation>
    </message>
    <message>
      <source>3 months</source>
      <translation>3 個月</translation>
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
      <translation>6 個月</translation>
    </message>
    <message>
      <source>6M</source>
      <translation>6月</translation>
    </message>
    <message>
      <source>A bar's range, widened to the close before it.</source>
      <translation>K線的波幅，延伸至前收市價。</translation>
    </message>
    <message>
      <source>A brick for each way of one box, however long it takes</source>
      <translation>價格每走一格畫一磚，不論時間長短</translation>
    </message>
    <message>
      <source>A colour for each level</source>
      <translation>每個水平各有顏色</translation>
    </message>
    <message>
      <source>A column up to each close</source>
      <translation>由底部畫至每個收市價的柱</translation>
    </message>
    <message>
      <source>A double click does the same; once more shows all panes again</source>
      <translation>雙擊亦可；再按一次則再次顯示所有窗格</translation>
    </message>
    <message>
      <source>A fast less a slow average of volume, in per cent of the slow one.</source>
      <translation>成交量快線減慢線，以慢線的百分比表示。</translation>
    </message>
    <message>
      <source>A fast less a slow average, in per cent of the slow one.</source>
      <translation>快線減慢線，以慢線的百分比表示。</translation>
    </message>
    <message>
      <source>A fast less a slow average.</source>
      <translation>快線減慢線。</translation>
    </message>
    <message>
      <source>A fast less a slow exponential average of the accumulation/distribution line.</source>
      <translation>累積／派發線的快速指數平均減慢速指數平均。</translation>
    </message>
    <message>
      <source>A fast less a slow exponential average, the average of that, and the difference of the two.</source>
      <translation>快慢指數平均之差、其平均，以及兩者之差。</translation>
    </message>
    <message>
      <source>A generalised double EMA applied three times; the factor sets how strongly it corrects itself.</source>
      <translation>將廣義雙重 EMA 應用三次；因子決定自我修正的程度。</translation>
    </message>
    <message>
      <source>A line covers</source>
      <translation>每行涵蓋</translation>
    </message>
    <message>
      <source>A line that turns with the price and grows thick above its last shoulder</source>
      <translation>隨價格轉向的線，升破前肩後變粗</translation>
    </message>
    <message>
      <source>A mean of all prices in which each weighs less than the one after it: factor 2 / (period + 1).</source>
      <translation>所有價格的平均，每個價格的權重都較其後一個小：因子 2 /（週期 + 1）。</translation>
    </message>
    <message>
      <source>A mean of means: the prices in the middle of the period weigh most.</source>
      <translation>平均的平均：週期中段的價格權重最大。</translation>
    </message>
    <message>
      <source>A mean of the last prices with weights falling evenly from the newest to the oldest.</source>
      <translation>最近價格的平均，權重由新至舊均勻遞減。</translation>
    </message>
    <message>
      <source>A new one</source>
      <translation>新的</translation>
    </message>
    <message>
      <source>A price of half a period before less the average of the period.</source>
      <translation>半個週期前的價格減週期平均。</translation>
    </message>
    <message>
      <source>A screen back or on</source>
      <translation>後退或前進一屏</translation>
    </message>
    <message>
      <source>A stop some average true ranges off the middle of the bars, which only moves with the trend.</source>
      <translation>距離K線中位若干倍平均真實波幅的止蝕位，只順勢移動。</translation>
    </message>
    <message>
      <source>A weighted average of the sum of two rates of change; made for monthly bars.</source>
      <translation>兩個變動率之和的加權平均；為月線而設。</translation>
    </message>
    <message>
      <source>A workspace holds charts, drawings, indicators and the watchlist. It saves itself.</source>
      <translation>工作區包含圖表、繪圖、指標及自選股，並會自動儲存。</translation>
    </message>
    <message>
      <source>A workspace needs a name. Type at least one character.</source>
      <translation>工作區需要名稱，請最少輸入一個字。</translation>
    </message>
    <message>
      <source>A&amp;rea</source>
      <translation>面積圖(&amp;R)</translation>
    </message>
    <message>
      <source>ABCD pattern</source>
      <translation>ABCD 形態</translation>
    </message>
    <message>
      <source>AKShare</source>
      <translation>AKShare</translation>
    </message>
    <message>
      <source>AKShare comes with pip install "lionrock[akshare]".</source>
      <translation>AKShare 隨 pip install "lionrock[akshare]" 一併安裝。</translation>
    </message>
    <message>
      <source>AKShare did not answer in time. Check the connection, or try again later.</source>
      <translation>AKShare 未有及時回覆。請檢查連線，或稍後再試。</translation>
    </message>
    <message>
      <source>AKShare has days of {names} only. Choose one of them, or another source.</source>
      <translation>AKShare 只有 {names} 的日線。請選擇其中之一，或其他來源。</translation>
    </message>
    <message>
      <source>AKShare has the history of this index, and is not installed. Install it with pip install "lionrock[akshare]" and start Lionrock again.</source>
      <translation>AKShare 有此指數的歷史，但尚未安裝。請以 pip install "lionrock[akshare]" 安裝後重新啟動 Lionrock。</translation>
    </message>
    <message>
      <source>AKShare still waits for an answer to the request before. Try again later.</source>
      <translation>AKShare 仍在等候上一個查詢的答覆，請稍後再試。</translation>
    </message>
    <message>
      <source>AKShare's table of {symbol} has no dates. Nothing of it was kept.</source>
      <translation>AKShare 的 {symbol} 表格沒有日期，沒有保留任何內容。</translation>
    </message>
    <message>
      <source>AKShare's table of {symbol} lacks its {role} prices. Nothing of it was kept.</source>
      <translation>AKShare 的 {symbol} 表格欠缺{role}價格，沒有保留任何內容。</translation>
    </message>
    <message>
      <source>Abandoned Baby</source>
      <translation>棄嬰形態</translation>
    </message>
    <message>
      <source>About Lionrock</source>
      <translation>關於 Lionrock</translation>
    </message>
    <message>
      <source>Above</source>
      <translation>上方</translation>
    </message>
    <message>
      <source>Above all other drawings</source>
      <translation>置於所有繪圖之上</translation>
    </message>
    <message>
      <source>Absolute Price Oscillator</source>
      <translation>絕對價格震盪指標</translation>
    </message>
    <message>
      <source>Acceleration</source>
      <translation>加速系數</translation>
    </message>
    <message>
      <source>Acceleration Bands</source>
      <translation>加速通道</translation>
    </message>
    <message>
      <source>Accelerator/Decelerator Oscillator</source>
      <translation>加速／減速震盪指標</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>帳戶</translation>
    </message>
    <message>
      <source>Accumulation/Distribution (Williams)</source>
      <translation>累積／派發（威廉斯）</translation>
    </message>
    <message>
      <source>Accumulation/Distribution Line (Chaikin)</source>
      <translation>累積／派發線（蔡金）</translation>
    </message>
    <message>
      <source>Accumulation/distribution over the period as a share of its volume.</source>
      <translation>週期內的累積／派發佔成交量的比例。</translation>
    </message>
    <message>
      <source>Ad&amp;justment</source>
      <translation>調整(&amp;J)</translation>
    </message>
    <message>
      <source>Add a level</source>
      <translation>新增水平</translation>
    </message>
    <message>
      <source>Add a symbol to the watchlist…</source>
      <translation>新增代號至自選股…</translation>
    </message>
    <message>
      <source>Add another {indicator}</source>
      <translation>再加一個 {indicator}</translation>
    </message>
    <message>
      <source>Add symbol</source>
      <translation>新增代號</translation>
    </message>
    <message>
      <source>Add symbol: code or name</source>
      <translation>新增代號：編號或名稱</translation>
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
      <translation>將 {symbol} 加入自選股</translation>
    </message>
    <message>
      <source>Adjusted close</source>
      <translation>調整後收市價</translation>
    </message>
    <message>
      <source>Adjusted for &amp;splits</source>
      <translation>按拆股調整(&amp;S)</translation>
    </message>
    <message>
      <source>Adjusted for dividends</source>
      <translation>按股息調整</translation>
    </message>
    <message>
      <source>Adjusted for splits and &amp;dividends</source>
      <translation>按拆股及股息調整(&amp;D)</translation>
    </message>
    <message>
      <source>Advance Block</source>
      <translation>大敵當前</translation>
    </message>
    <message>
      <source>Against</source>
      <translation>相對</translation>
    </message>
    <message>
      <source>Against another instrument</source>
      <translation>相對於另一產品</translation>
    </message>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>所有檔案 (*)</translation>
    </message>
    <message>
      <source>All indicators</source>
      <translation>所有指標</translation>
    </message>
    <message>
      <source>All keys, and what the mouse does on the chart</source>
      <translation>所有按鍵，以及滑鼠在圖表上的用法</translation>
    </message>
    <message>
      <source>Always</source>
      <translation>總是</translation>
    </message>
    <message>
      <source>An EMA of the price plus its change over half a period, which offsets the delay.</source>
      <translation>價格的 EMA 加上半個週期的變動，以抵銷延遲。</translation>
    </message>
    <message>
      <source>An RSI of the standard deviation: whether volatility grows on rises or on falls.</source>
      <translation>標準差的 RSI：波動是隨升市還是跌市擴大。</translation>
    </message>
    <message>
      <source>An average, and lines some standard deviations of the period above and below it.</source>
      <translation>平均線，以及其上下若干個標準差的線。</translation>
    </message>
    <message>
      <source>An exponential average of the typical price, and lines some average true ranges above and below it.</source>
      <translation>典型價格的指數平均，以及其上下若干倍平均真實波幅的線。</translation>
    </message>
    <message>
      <source>An exponential average with the factor 1 / period, as Wilder smooths his indicators.</source>
      <translation>因子為 1 / 週期的指數平均，即威爾德平滑其指標的方法。</translation>
    </message>
    <message>
      <source>An index has no dividends and splits of its own.</source>
      <translation>指數本身沒有股息及拆股。</translation>
    </message>
    <message>
      <source>An upright with a tick for the open and one for the close</source>
      <translation>一條直線，左右短線代表開市價及收市價</translation>
    </message>
    <message>
      <source>Anchored VWAP</source>
      <translation>錨定 VWAP</translation>
    </message>
    <message>
      <source>Anchored Volume-Weighted Average Price</source>
      <translation>錨定成交量加權平均價</translation>
    </message>
    <message>
      <source>Andrews</source>
      <translation>安德魯斯</translation>
    </message>
    <message>
      <source>Annotate {drawing}</source>
      <translation>為 {drawing} 加註</translation>
    </message>
    <message>
      <source>Another colour…</source>
      <translation>其他顏色…</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>外觀</translation>
    </message>
    <message>
      <source>Apply {set}</source>
      <translation>套用 {set}</translation>
    </message>
    <message>
      <source>Aroon</source>
      <translation>阿隆指標</translation>
    </message>
    <message>
      <source>Aroon Oscillator</source>
      <translation>阿隆震盪指標</translation>
    </message>
    <message>
      <source>Aroon up less Aroon down.</source>
      <translation>阿隆升線減阿隆跌線。</translation>
    </message>
    <message>
      <source>Arrow</source>
      <translation>箭嘴</translation>
    </message>
    <message>
      <source>Arrow at the end</source>
      <translation>末端箭嘴</translation>
    </message>
    <message>
      <source>Arrow down</source>
      <translation>向下箭嘴</translation>
    </message>
    <message>
      <source>Arrow up</source>
      <translation>向上箭嘴</translation>
    </message>
    <message>
      <source>As of {time}</source>
      <translation>截至 {time}</translation>
    </message>
    <message>
      <source>As the line</source>
      <translation>與線相同</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>跟隨系統</translation>
    </message>
    <message>
      <source>As traded</source>
      <translation>實際成交價</translation>
    </message>
    <message>
      <source>Ask the source of this chart for its newest bars</source>
      <translation>向此圖表的來源索取最新K線</translation>
    </message>
    <message>
      <source>At both ends</source>
      <translation>兩端</translation>
    </message>
    <message>
      <source>At the beginning</source>
      <translation>起點</translation>
    </message>
    <message>
      <source>At the end</source>
      <translation>終點</translation>
    </message>
    <message>
      <source>At the market's pace</source>
      <translation>按市場步伐</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>自動</translation>
    </message>
    <message>
      <source>Automatic ({size})</source>
      <translation>自動（{size}）</translation>
    </message>
    <message>
      <source>Automatic is the average true range of 14 bars, rounded to 1, 2 or 5.</source>
      <translation>自動即 14 根K線的平均真實波幅，取整至 1、2 或 5。</translation>
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
      <translation>平均趨向指數</translation>
    </message>
    <message>
      <source>Average Directional Movement Index Rating</source>
      <translation>平均趨向指數評估</translation>
    </message>
    <message>
      <source>Average Price</source>
      <translation>平均價格</translation>
    </message>
    <message>
      <source>Average True Range</source>
      <translation>平均真實波幅</translation>
    </message>
    <message>
      <source>Awesome Oscillator</source>
      <translation>動量震盪指標</translation>
    </message>
    <message>
      <source>Axis</source>
      <translation>座標軸</translation>
    </message>
    <message>
      <source>Back to the demonstration</source>
      <translation>返回示範市場</translation>
    </message>
    <message>
      <source>Balance of Power</source>
      <translation>力量均衡指標</translation>
    </message>
    <message>
      <source>Band deviations</source>
      <translation>通道倍數</translation>
    </message>
    <message>
      <source>Bands and channels</source>
      <translation>通道</translation>
    </message>
    <message>
      <source>Bands in standard deviations</source>
      <translation>通道（標準差倍數）</translation>
    </message>
    <message>
      <source>Bar style</source>
      <translation>圖表樣式</translation>
    </message>
    <message>
      <source>Bar style {style}</source>
      <translation>圖表樣式 {style}</translation>
    </message>
    <message>
      <source>Bar style: {style}</source>
      <translation>圖表樣式：{style}</translation>
    </message>
    <message>
      <source>Bars</source>
      <translation>K線</translation>
    </message>
    <message>
      <source>Bars a second</source>
      <translation>每秒K線數</translation>
    </message>
    <message>
      <source>Bars after</source>
      <translation>其後K線數</translation>
    </message>
    <message>
      <source>Bars ago</source>
      <translation>前若干K線</translation>
    </message>
    <message>
      <source>Bars and workspaces (*.csv *.tsv *.txt *.xlsx *.xlsm *.parquet *.json)</source>
      <translation>K線及工作區 (*.csv *.tsv *.txt *.xlsx *.xlsm *.parquet *.json)</translation>
    </message>
    <message>
      <source>Bars before</source>
      <translation>其前K線數</translation>
    </message>
    <message>
      <source>Bars within a day are told by the exchange's clock</source>
      <translation>日內K線按交易所時鐘顯示</translation>
    </message>
    <message>
      <source>Bars within a day are told by this computer's clock</source>
      <translation>日內K線按此電腦時鐘顯示</translation>
    </message>
    <message>
      <source>Bars within a day are told in Coordinated Universal Time</source>
      <translation>日內K線按協調世界時顯示</translation>
    </message>
    <message>
      <source>Bas&amp;eline</source>
      <translation>基準線圖(&amp;E)</translation>
    </message>
    <message>
      <source>Base line</source>
      <translation>基準線</translation>
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
      <translation>置於所有繪圖之下</translation>
    </message>
    <message>
      <source>Below the highest close so far, %</source>
      <translation>低於此前最高收市價，%</translation>
    </message>
    <message>
      <source>Belt Hold</source>
      <translation>捉腰帶線</translation>
    </message>
    <message>
      <source>Best bar</source>
      <translation>最佳K線</translation>
    </message>
    <message>
      <source>Beta</source>
      <translation>Beta</translation>
    </message>
    <message>
      <source>Beta against Another Instrument</source>
      <translation>相對另一產品的 Beta</translation>
    </message>
    <message>
      <source>Between columns</source>
      <translation>欄與欄之間</translation>
    </message>
    <message>
      <source>Bill Williams' fast less slow simple average of the bars' middles.</source>
      <translation>比爾．威廉斯的K線中位快慢簡單平均之差。</translation>
    </message>
    <message>
      <source>Blau's distance of the close from the middle of the range, doubly smoothed, in per cent of half the range.</source>
      <translation>布勞的收市價與波幅中點的距離，經雙重平滑，以半個波幅的百分比表示。</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>藍</translation>
    </message>
    <message>
      <source>Blue rises, orange falls</source>
      <translation>藍升橙跌</translation>
    </message>
    <message>
      <source>Board lot</source>
      <translation>每手股數</translation>
    </message>
    <message>
      <source>Bollinger Bands</source>
      <translation>保歷加通道</translation>
    </message>
    <message>
      <source>Bottom</source>
      <translation>底部</translation>
    </message>
    <message>
      <source>Boxes that turn a column</source>
      <translation>轉柱所需格數</translation>
    </message>
    <message>
      <source>Breakaway</source>
      <translation>脫離形態</translation>
    </message>
    <message>
      <source>Bring a day to the middle of the chart</source>
      <translation>將某日移至圖表中央</translation>
    </message>
    <message>
      <source>Bring for&amp;ward</source>
      <translation>上移一層(&amp;W)</translation>
    </message>
    <message>
      <source>Bring to f&amp;ront</source>
      <translation>置頂(&amp;R)</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>畫筆</translation>
    </message>
    <message>
      <source>Bull power</source>
      <translation>牛力</translation>
    </message>
    <message>
      <source>Buttons of the legend</source>
      <translation>圖例按鈕</translation>
    </message>
    <message>
      <source>Buttons of the pane</source>
      <translation>窗格按鈕</translation>
    </message>
    <message>
      <source>By how many per cent the average range of the bars has changed.</source>
      <translation>K線平均波幅變動的百分比。</translation>
    </message>
    <message>
      <source>By how many per cent this moves when the other one, usually an index, moves by one.</source>
      <translation>另一產品（通常是指數）變動百分之一時，此產品變動百分之幾。</translation>
    </message>
    <message>
      <source>By how much the straight line that fits the last prices best rises each bar.</source>
      <translation>最貼合最近價格的直線每根K線上升多少。</translation>
    </message>
    <message>
      <source>C</source>
      <translation>收</translation>
    </message>
    <message>
      <source>Callout</source>
      <translation>標註框</translation>
    </message>
    <message>
      <source>Camarilla</source>
      <translation>卡馬里拉</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Candles of averaged prices: trends without the noise</source>
      <translation>以平均價格畫成的陰陽燭：濾去雜訊的趨勢</translation>
    </message>
    <message>
      <source>Candles whose rising bodies are outlines</source>
      <translation>上升的燭身只畫外框</translation>
    </message>
    <message>
      <source>Candlestick patterns</source>
      <translation>陰陽燭形態</translation>
    </message>
    <message>
      <source>Certificates</source>
      <translation>憑證</translation>
    </message>
    <message>
      <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
      <translation>憑證 (*.pem *.crt *.cer);;所有檔案 (*)</translation>
    </message>
    <message>
      <source>Chaikin Money Flow</source>
      <translation>蔡金資金流量</translation>
    </message>
    <message>
      <source>Chaikin Oscillator</source>
      <translation>蔡金震盪指標</translation>
    </message>
    <message>
      <source>Chaikin's Volatility</source>
      <translation>蔡金波動率</translation>
    </message>
    <message>
      <source>Chande Momentum Oscillator</source>
      <translation>錢德動量震盪指標</translation>
    </message>
    <message>
      <source>Chande Momentum Oscillator (unsmoothed)</source>
      <translation>錢德動量震盪指標（未平滑）</translation>
    </message>
    <message>
      <source>Chandelier</source>
      <translation>吊燈止蝕</translation>
    </message>
    <message>
      <source>Chandelier Exit</source>
      <translation>吊燈止蝕</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>變動</translation>
    </message>
    <message>
      <source>Change how it is read…</source>
      <translation>更改讀取方式…</translation>
    </message>
    <message>
      <source>Change in %</source>
      <translation>變動 %</translation>
    </message>
    <message>
      <source>Change in view</source>
      <translation>所見變動</translation>
    </message>
    <message>
      <source>Change interval</source>
      <translation>更改週期</translation>
    </message>
    <message>
      <source>Change over</source>
      <translation>比較K線數</translation>
    </message>
    <message>
      <source>Change places with the pane above</source>
      <translation>與上面的窗格互換</translation>
    </message>
    <message>
      <source>Change places with the pane below</source>
      <translation>與下面的窗格互換</translation>
    </message>
    <message>
      <source>Change since the first bar in view</source>
      <translation>由畫面第一根K線起的變動</translation>
    </message>
    <message>
      <source>Change {indicator}</source>
      <translation>更改 {indicator}</translation>
    </message>
    <message>
      <source>Change, volatility, returns and falls of the bars in view</source>
      <translation>畫面中K線的變動、波幅、回報及跌幅</translation>
    </message>
    <message>
      <source>Changes</source>
      <translation>變動</translation>
    </message>
    <message>
      <source>Channel ranges</source>
      <translation>通道範圍</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>通道</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>圖表</translation>
    </message>
    <message>
      <source>Chart toolbar</source>
      <translation>圖表工具列</translation>
    </message>
    <message>
      <source>Charts of Hong Kong's market, read and drawn on by hand.</source>
      <translation>香港市場圖表，供人手閱讀和繪畫。</translation>
    </message>
    <message>
      <source>Choose a file of certificates</source>
      <translation>選擇憑證檔案</translation>
    </message>
    <message>
      <source>Choose an interval</source>
      <translation>選擇週期</translation>
    </message>
    <message>
      <source>Choose another style or smaller boxes.</source>
      <translation>請選擇其他樣式或較小的格。</translation>
    </message>
    <message>
      <source>Choose the second instrument</source>
      <translation>選擇第二個產品</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>選擇…</translation>
    </message>
    <message>
      <source>Circle</source>
      <translation>圓形</translation>
    </message>
    <message>
      <source>Cl&amp;one</source>
      <translation>複製一份(&amp;O)</translation>
    </message>
    <message>
      <source>Classic</source>
      <translation>經典</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Click A, B, C and D</source>
      <translation>依次點按 A、B、C、D</translation>
    </message>
    <message>
      <source>Click X, A, B, C and D</source>
      <translation>依次點按 X、A、B、C、D</translation>
    </message>
    <message>
      <source>Click a price</source>
      <translation>點按一個價格</translation>
    </message>
    <message>
      <source>Click at a bar</source>
      <translation>點按一根K線</translation>
    </message>
    <message>
      <source>Click at a bar and a price</source>
      <translation>點按K線及價格</translation>
    </message>
    <message>
      <source>Click at a price</source>
      <translation>點按一個價格</translation>
    </message>
    <message>
      <source>Click points; double-click or Enter ends, a click on the first point closes</source>
      <translation>逐點點按；雙擊或 Enter 結束，點按首點則封閉</translation>
    </message>
    <message>
      <source>Click the bar the note is about</source>
      <translation>點按註記所屬的K線</translation>
    </message>
    <message>
      <source>Click the bar to begin at</source>
      <translation>點按開始的K線</translation>
    </message>
    <message>
      <source>Click the entry; then drag its target and stop</source>
      <translation>點按入市價，然後拖動目標價及止蝕價</translation>
    </message>
    <message>
      <source>Click the fan's origin, then a point of its 1×1 line</source>
      <translation>點按扇形原點，然後點按 1×1 線上一點</translation>
    </message>
    <message>
      <source>Click the first and the last bar to count</source>
      <translation>點按要計算的第一根及最後一根K線</translation>
    </message>
    <message>
      <source>Click the first and the last bar to fit</source>
      <translation>點按要擬合的第一根及最後一根K線</translation>
    </message>
    <message>
      <source>Click the first bar, then the last</source>
      <translation>點按第一根K線，然後點按最後一根</translation>
    </message>
    <message>
      <source>Click the first price, then the second</source>
      <translation>點按第一個價格，然後點按第二個</translation>
    </message>
    <message>
      <source>Click the handle's beginning, then a high and a low</source>
      <translation>點按柄的起點，然後點按一高一低</translation>
    </message>
    <message>
      <source>Click the line's first point, then its second</source>
      <translation>點按線的第一點，然後點按第二點</translation>
    </message>
    <message>
      <source>Click the seven turns: start, shoulder, neck, head, neck, shoulder, end</source>
      <translation>點按七個轉角：起點、肩、頸、頭、頸、肩、終點</translation>
    </message>
    <message>
      <source>Click three corners</source>
      <translation>點按三個角</translation>
    </message>
    <message>
      <source>Click to fold the legend or to open it</source>
      <translation>點按以摺起或展開圖例</translation>
    </message>
    <message>
      <source>Click two bars: their distance is the unit</source>
      <translation>點按兩根K線：其距離即為單位</translation>
    </message>
    <message>
      <source>Click two opposite corners</source>
      <translation>點按兩個對角</translation>
    </message>
    <message>
      <source>Click two opposite corners of the box round it</source>
      <translation>點按外框的兩個對角</translation>
    </message>
    <message>
      <source>Click two points of one line, then a point of the other</source>
      <translation>點按一條線上的兩點，然後點按另一條線上一點</translation>
    </message>
    <message>
      <source>Click two points of one side, then a point of the other</source>
      <translation>點按一邊的兩點，然後點按另一邊一點</translation>
    </message>
    <message>
      <source>Click two points of the sloping side, then the price of the flat one</source>
      <translation>點按斜邊的兩點，然後點按平邊的價格</translation>
    </message>
    <message>
      <source>Click two points of the trend, then the width of the channel</source>
      <translation>點按趨勢的兩點，然後定出通道闊度</translation>
    </message>
    <message>
      <source>Click two points that the line passes through</source>
      <translation>點按線經過的兩點</translation>
    </message>
    <message>
      <source>Click what it speaks of, then where the text goes</source>
      <translation>點按所指之處，然後點按文字位置</translation>
    </message>
    <message>
      <source>Click where the arrow begins, then its tip</source>
      <translation>點按箭嘴起點，然後點按箭尖</translation>
    </message>
    <message>
      <source>Click where the flag stands</source>
      <translation>點按旗幟位置</translation>
    </message>
    <message>
      <source>Click where the move began and ended, then where to measure it off again</source>
      <translation>點按走勢的起點及終點，然後點按再量度的起點</translation>
    </message>
    <message>
      <source>Click where the move began, then where it ended</source>
      <translation>點按走勢的起點，然後點按終點</translation>
    </message>
    <message>
      <source>Click where the ray begins</source>
      <translation>點按射線起點</translation>
    </message>
    <message>
      <source>Click where the ray begins, then a point on its way</source>
      <translation>點按射線起點，然後點按途中一點</translation>
    </message>
    <message>
      <source>Click where the sign goes</source>
      <translation>點按符號位置</translation>
    </message>
    <message>
      <source>Click where the text goes</source>
      <translation>點按文字位置</translation>
    </message>
    <message>
      <source>Click where the wave begins, then its five turns</source>
      <translation>點按浪的起點，然後點按五個轉角</translation>
    </message>
    <message>
      <source>Click where the wave begins, then its three turns</source>
      <translation>點按浪的起點，然後點按三個轉角</translation>
    </message>
    <message>
      <source>Clone {drawing}</source>
      <translation>複製一份 {drawing}</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>收市</translation>
    </message>
    <message>
      <source>Close {panel}</source>
      <translation>關閉 {panel}</translation>
    </message>
    <message>
      <source>Closing Marubozu</source>
      <translation>收市光腳燭</translation>
    </message>
    <message>
      <source>Co&amp;mpare with…</source>
      <translation>比較(&amp;M)…</translation>
    </message>
    <message>
      <source>Code or name of what to compare with</source>
      <translation>要比較的編號或名稱</translation>
    </message>
    <message>
      <source>Code or name, such as 9988, Baidu or 寧德</source>
      <translation>編號或名稱，例如 9988、百度或寧德</translation>
    </message>
    <message>
      <source>Col&amp;umns</source>
      <translation>柱形圖(&amp;U)</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>顏色</translation>
    </message>
    <message>
      <source>Colour of the fill</source>
      <translation>填色</translation>
    </message>
    <message>
      <source>Colour of the line</source>
      <translation>線的顏色</translation>
    </message>
    <message>
      <source>Colour of {level}</source>
      <translation>{level}的顏色</translation>
    </message>
    <message>
      <source>Colours of bars</source>
      <translation>K線顏色</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>柱</translation>
    </message>
    <message>
      <source>Columns of X while prices rise and of O while they fall, turned by three boxes</source>
      <translation>升時畫 X 柱，跌時畫 O 柱，反向三格才轉柱</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>逗號</translation>
    </message>
    <message>
      <source>Comma (1.234,5)</source>
      <translation>逗號 (1.234,5)</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>指令面板</translation>
    </message>
    <message>
      <source>Commodity Channel Index</source>
      <translation>順勢指標</translation>
    </message>
    <message>
      <source>Compare no longer with {symbol}</source>
      <translation>不再與 {symbol} 比較</translation>
    </message>
    <message>
      <source>Compare with &amp;nothing</source>
      <translation>不作比較(&amp;N)</translation>
    </message>
    <message>
      <source>Compare with nothing</source>
      <translation>不作比較</translation>
    </message>
    <message>
      <source>Compare with {symbol}</source>
      <translation>與 {symbol} 比較</translation>
    </message>
    <message>
      <source>Compare with…</source>
      <translation>比較…</translation>
    </message>
    <message>
      <source>Concealing Baby Swallow</source>
      <translation>藏嬰吞沒</translation>
    </message>
    <message>
      <source>Connect to Yahoo Finance and show its prices instead of simulated ones</source>
      <translation>連接 Yahoo Finance，以真實價格取代模擬價格</translation>
    </message>
    <message>
      <source>Connecting…</source>
      <translation>正在連線…</translation>
    </message>
    <message>
      <source>Conversion line</source>
      <translation>轉換線</translation>
    </message>
    <message>
      <source>Coppock Curve</source>
      <translation>估波曲線</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>複製</translation>
    </message>
    <message>
      <source>Copy the chart as it is seen to the clipboard</source>
      <translation>將所見圖表複製到剪貼簿</translation>
    </message>
    <message>
      <source>Copy the selected drawings</source>
      <translation>複製所選繪圖</translation>
    </message>
    <message>
      <source>Correlation</source>
      <translation>相關系數</translation>
    </message>
    <message>
      <source>Correlation with Another Instrument</source>
      <translation>與另一產品的相關系數</translation>
    </message>
    <message>
      <source>Counterattack</source>
      <translation>反擊線</translation>
    </message>
    <message>
      <source>Cross</source>
      <translation>叉</translation>
    </message>
    <message>
      <source>Cross line</source>
      <translation>十字線</translation>
    </message>
    <message>
      <source>Crossing</source>
      <translation>交叉點</translation>
    </message>
    <message>
      <source>Cryptocurrency</source>
      <translation>加密貨幣</translation>
    </message>
    <message>
      <source>Ctrl</source>
      <translation>Ctrl</translation>
    </message>
    <message>
      <source>Ctrl turns the magnet round while it is held.</source>
      <translation>按住 Ctrl 時磁吸相反。</translation>
    </message>
    <message>
      <source>Ctrl+Double-click</source>
      <translation>Ctrl+雙擊</translation>
    </message>
    <message>
      <source>Ctrl+Drag</source>
      <translation>Ctrl+拖動</translation>
    </message>
    <message>
      <source>Ctrl+Enter or a click elsewhere keeps it, Esc does not</source>
      <translation>Ctrl+Enter 或點按他處保留，Esc 則否</translation>
    </message>
    <message>
      <source>Ctrl+Wheel, or pinch</source>
      <translation>Ctrl+滾輪，或兩指縮放</translation>
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
      <translation>貨幣</translation>
    </message>
    <message>
      <source>Cyan</source>
      <translation>青</translation>
    </message>
    <message>
      <source>Cycle</source>
      <translation>循環級</translation>
    </message>
    <message>
      <source>Cycles</source>
      <translation>週期循環</translation>
    </message>
    <message>
      <source>D&amp;rawings</source>
      <translation>繪圖(&amp;R)</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Dark Cloud Cover</source>
      <translation>烏雲蓋頂</translation>
    </message>
    <message>
      <source>Dark or light</source>
      <translation>深色或淺色</translation>
    </message>
    <message>
      <source>Dashed</source>
      <translation>短劃線</translation>
    </message>
    <message>
      <source>Data &amp;quality log</source>
      <translation>數據品質記錄(&amp;Q)</translation>
    </message>
    <message>
      <source>Data quality log</source>
      <translation>數據品質記錄</translation>
    </message>
    <message>
      <source>Data wi&amp;ndow</source>
      <translation>數據視窗(&amp;N)</translation>
    </message>
    <message>
      <source>Data window</source>
      <translation>數據視窗</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Date and price range</source>
      <translation>日期及價格範圍</translation>
    </message>
    <message>
      <source>Date range</source>
      <translation>日期範圍</translation>
    </message>
    <message>
      <source>Dated note</source>
      <translation>日期註記</translation>
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
      <translation>小數點符號</translation>
    </message>
    <message>
      <source>Deepest fall</source>
      <translation>最大跌幅</translation>
    </message>
    <message>
      <source>Degree</source>
      <translation>級別</translation>
    </message>
    <message>
      <source>Delayed {minutes} minutes, as of {time}</source>
      <translation>延遲 {minutes} 分鐘，截至 {time}</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>刪除</translation>
    </message>
    <message>
      <source>Delete &amp;all drawings</source>
      <translation>刪除所有繪圖(&amp;A)</translation>
    </message>
    <message>
      <source>Delete a set</source>
      <translation>刪除組合</translation>
    </message>
    <message>
      <source>Delete all drawings</source>
      <translation>刪除所有繪圖</translation>
    </message>
    <message>
      <source>Delete the workspace “{name}” with all its drawings?</source>
      <translation>刪除工作區「{name}」及其所有繪圖？</translation>
    </message>
    <message>
      <source>Delete workspace</source>
      <translation>刪除工作區</translation>
    </message>
    <message>
      <source>Delete {0}</source>
      <translation>刪除{0}</translation>
    </message>
    <message>
      <source>Delete {drawing}</source>
      <translation>刪除 {drawing}</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>刪除…</translation>
    </message>
    <message>
      <source>Demonstration</source>
      <translation>示範</translation>
    </message>
    <message>
      <source>Demonstration market</source>
      <translation>示範市場</translation>
    </message>
    <message>
      <source>Demonstration market with simulated prices. Live data is off (--offline).</source>
      <translation>示範市場，價格為模擬。實時數據已停用（--offline）。</translation>
    </message>
    <message>
      <source>Demonstration market with simulated prices. Nothing connects unless you choose live data.</source>
      <translation>示範市場，價格為模擬。在你選用實時數據前不會連線。</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>詳情</translation>
    </message>
    <message>
      <source>Detrended Price Oscillator</source>
      <translation>去趨勢價格震盪指標</translation>
    </message>
    <message>
      <source>Deviation</source>
      <translation>偏差</translation>
    </message>
    <message>
      <source>Deviation over</source>
      <translation>偏差週期</translation>
    </message>
    <message>
      <source>Deviations</source>
      <translation>偏差倍數</translation>
    </message>
    <message>
      <source>Deviations above</source>
      <translation>上方倍數</translation>
    </message>
    <message>
      <source>Deviations below</source>
      <translation>下方倍數</translation>
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
      <translation>趨向指標</translation>
    </message>
    <message>
      <source>Directional Movement Index</source>
      <translation>趨向指數</translation>
    </message>
    <message>
      <source>Discard the changes</source>
      <translation>放棄變更</translation>
    </message>
    <message>
      <source>Disjoint channel</source>
      <translation>不平行通道</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>關閉</translation>
    </message>
    <message>
      <source>Displacement</source>
      <translation>位移</translation>
    </message>
    <message>
      <source>Display</source>
      <translation>顯示</translation>
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
      <translation>多西的波幅與平均波幅比之和：升破 27 再跌破 26.5 預示轉向。</translation>
    </message>
    <message>
      <source>Dots</source>
      <translation>點</translation>
    </message>
    <message>
      <source>Dotted</source>
      <translation>點線</translation>
    </message>
    <message>
      <source>Double Exponential Moving Average</source>
      <translation>雙重指數移動平均</translation>
    </message>
    <message>
      <source>Double-click</source>
      <translation>雙擊</translation>
    </message>
    <message>
      <source>Double-click it</source>
      <translation>雙擊該項</translation>
    </message>
    <message>
      <source>Double-click its axis</source>
      <translation>雙擊其座標軸</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>跌</translation>
    </message>
    <message>
      <source>Dr&amp;aw</source>
      <translation>繪圖(&amp;A)</translation>
    </message>
    <message>
      <source>Drag a copy of a drawing</source>
      <translation>拖出繪圖的副本</translation>
    </message>
    <message>
      <source>Drag its axis</source>
      <translation>拖動其座標軸</translation>
    </message>
    <message>
      <source>Drag its name</source>
      <translation>拖動其名稱</translation>
    </message>
    <message>
      <source>Drag to another pane, or to the edge of one</source>
      <translation>拖到另一窗格，或窗格的邊緣</translation>
    </message>
    <message>
      <source>Drag to move this bar; a double click lets it follow the drawing again</source>
      <translation>拖動以移動此列；雙擊則再次跟隨繪圖</translation>
    </message>
    <message>
      <source>Drag to move this pane</source>
      <translation>拖動以移動此窗格</translation>
    </message>
    <message>
      <source>Drag, or two fingers</source>
      <translation>拖動，或兩指滑動</translation>
    </message>
    <message>
      <source>Dragonfly Doji</source>
      <translation>蜻蜓十字</translation>
    </message>
    <message>
      <source>Draw</source>
      <translation>繪圖</translation>
    </message>
    <message>
      <source>Draw {0}</source>
      <translation>畫{0}</translation>
    </message>
    <message>
      <source>Drawing</source>
      <translation>繪圖</translation>
    </message>
    <message>
      <source>Drawing of a newer version</source>
      <translation>較新版本的繪圖</translation>
    </message>
    <message>
      <source>Drawing tools</source>
      <translation>繪圖工具</translation>
    </message>
    <message>
      <source>Drawings</source>
      <translation>繪圖</translation>
    </message>
    <message>
      <source>Drawings cannot be moved or removed while locked</source>
      <translation>鎖定後的繪圖不能移動或刪除</translation>
    </message>
    <message>
      <source>Drawings copied: {count}</source>
      <translation>已複製繪圖：{count}</translation>
    </message>
    <message>
      <source>Drawn as</source>
      <translation>畫成</translation>
    </message>
    <message>
      <source>E&amp;dit</source>
      <translation>編輯(&amp;D)</translation>
    </message>
    <message>
      <source>ETF</source>
      <translation>ETF</translation>
    </message>
    <message>
      <source>Each Python file in it is an indicator, read again whenever it is saved</source>
      <translation>其中每個 Python 檔都是一個指標，儲存後即重新讀取</translation>
    </message>
    <message>
      <source>Earnings</source>
      <translation>業績</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>編輯</translation>
    </message>
    <message>
      <source>Edit te&amp;xt…</source>
      <translation>編輯文字(&amp;X)…</translation>
    </message>
    <message>
      <source>Efficiency Ratio (Kaufman)</source>
      <translation>效率比率（考夫曼）</translation>
    </message>
    <message>
      <source>Ehlers' average over one dominant cycle, which takes the cycle out of the price.</source>
      <translation>艾勒斯以一個主導週期計算的平均，可除去價格中的週期。</translation>
    </message>
    <message>
      <source>Ehlers' average whose speed follows the phase of the dominant cycle; its slower twin crosses it.</source>
      <translation>艾勒斯隨主導週期相位變速的平均；較慢的一條與它交叉。</translation>
    </message>
    <message>
      <source>Eight averages of growing length: in order and spreading in a trend, tangled without one.</source>
      <translation>八條由短至長的平均線：趨勢中排列並散開，無趨勢時糾纏。</translation>
    </message>
    <message>
      <source>Elder Ray Index</source>
      <translation>艾達透視指標</translation>
    </message>
    <message>
      <source>Elliott correction wave (ABC)</source>
      <translation>艾略特調整浪 (ABC)</translation>
    </message>
    <message>
      <source>Elliott impulse wave (12345)</source>
      <translation>艾略特推動浪 (12345)</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>橢圓</translation>
    </message>
    <message>
      <source>Empty fields follow the variables HTTPS_PROXY and REQUESTS_CA_BUNDLE. Nothing but this test connects before live data is used.</source>
      <translation>留空則採用變數 HTTPS_PROXY 及 REQUESTS_CA_BUNDLE。使用實時數據之前，只有此測試會連線。</translation>
    </message>
    <message>
      <source>Engulfing</source>
      <translation>吞沒形態</translation>
    </message>
    <message>
      <source>Enter shows it, Ctrl+Enter adds it to the watchlist</source>
      <translation>Enter 顯示，Ctrl+Enter 加入自選股</translation>
    </message>
    <message>
      <source>Equal distances for equal percentages</source>
      <translation>相同距離代表相同百分比</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>錯誤</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Evening Doji Star</source>
      <translation>黃昏十字星</translation>
    </message>
    <message>
      <source>Evening Star</source>
      <translation>黃昏之星</translation>
    </message>
    <message>
      <source>Every command, indicator and symbol of the watchlist by a few letters</source>
      <translation>以幾個字母找出任何指令、指標及自選股代號</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Everything it writes is kept in {folder}</source>
      <translation>寫入的一切都存放於 {folder}</translation>
    </message>
    <message>
      <source>Exponential Moving Average</source>
      <translation>指數移動平均</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>匯出</translation>
    </message>
    <message>
      <source>Export &amp;visible range…</source>
      <translation>匯出可見範圍(&amp;V)…</translation>
    </message>
    <message>
      <source>Exporting to {file}…</source>
      <translation>正匯出至 {file}…</translation>
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
      <translation>延長線</translation>
    </message>
    <message>
      <source>Extreme</source>
      <translation>極端值</translation>
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
      <translation>價格單向走時快，來回波動時慢。</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>最愛</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>最愛</translation>
    </message>
    <message>
      <source>Fi&amp;ll the chart with the pane</source>
      <translation>以窗格填滿圖表(&amp;L)</translation>
    </message>
    <message>
      <source>Fibonacci</source>
      <translation>黃金比率</translation>
    </message>
    <message>
      <source>Fibonacci arcs</source>
      <translation>黃金比率弧線</translation>
    </message>
    <message>
      <source>Fibonacci channel</source>
      <translation>黃金比率通道</translation>
    </message>
    <message>
      <source>Fibonacci extension</source>
      <translation>黃金比率擴展</translation>
    </message>
    <message>
      <source>Fibonacci fan</source>
      <translation>黃金比率扇形</translation>
    </message>
    <message>
      <source>Fibonacci retracement</source>
      <translation>黃金比率回調</translation>
    </message>
    <message>
      <source>Fibonacci time zones</source>
      <translation>黃金比率時間帶</translation>
    </message>
    <message>
      <source>Fil&amp;e</source>
      <translation>檔案(&amp;E)</translation>
    </message>
    <message>
      <source>File</source>
      <translation>檔案</translation>
    </message>
    <message>
      <source>Fill</source>
      <translation>填色</translation>
    </message>
    <message>
      <source>Fill the chart with a pane, or show all</source>
      <translation>以一個窗格填滿圖表，或顯示全部</translation>
    </message>
    <message>
      <source>Find a &amp;symbol…</source>
      <translation>尋找代號(&amp;S)…</translation>
    </message>
    <message>
      <source>Find a symbol</source>
      <translation>尋找代號</translation>
    </message>
    <message>
      <source>First bar</source>
      <translation>第一根K線</translation>
    </message>
    <message>
      <source>First in line</source>
      <translation>首見行號</translation>
    </message>
    <message>
      <source>First lines of the file</source>
      <translation>檔案首數行</translation>
    </message>
    <message>
      <source>First or latest bars</source>
      <translation>最初或最新K線</translation>
    </message>
    <message>
      <source>First smoothing</source>
      <translation>首次平滑</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>旗幟</translation>
    </message>
    <message>
      <source>Flat top/bottom</source>
      <translation>平頂／平底</translation>
    </message>
    <message>
      <source>Fold a pane up, or open it</source>
      <translation>摺起或展開窗格</translation>
    </message>
    <message>
      <source>Fold the le&amp;gend</source>
      <translation>摺起圖例(&amp;G)</translation>
    </message>
    <message>
      <source>Folder of your own &amp;indicators</source>
      <translation>自訂指標資料夾(&amp;I)</translation>
    </message>
    <message>
      <source>Follows the price on bars with less volume than the one before, starting at 1,000.</source>
      <translation>在成交量較前一根少的K線跟隨價格，由 1,000 開始。</translation>
    </message>
    <message>
      <source>Follows the price on bars with more volume than the one before, starting at 1,000.</source>
      <translation>在成交量較前一根多的K線跟隨價格，由 1,000 開始。</translation>
    </message>
    <message>
      <source>Force Index (Elder)</source>
      <translation>勁力指數（艾達）</translation>
    </message>
    <message>
      <source>Forecast Oscillator</source>
      <translation>預測震盪指標</translation>
    </message>
    <message>
      <source>Forget template</source>
      <translation>移除範本</translation>
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
      <translation>期貨</translation>
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
      <translation>並列白線缺口</translation>
    </message>
    <message>
      <source>Gap Three Methods</source>
      <translation>缺口三法</translation>
    </message>
    <message>
      <source>Give it a pane of its own</source>
      <translation>放到獨立窗格</translation>
    </message>
    <message>
      <source>Go</source>
      <translation>前往</translation>
    </message>
    <message>
      <source>Go through the indicators on the chart; keys and commands then act on the selected one</source>
      <translation>逐一選取圖表上的指標；按鍵及指令即作用於所選指標</translation>
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
      <translation>綠</translation>
    </message>
    <message>
      <source>Green rises, red falls</source>
      <translation>綠升紅跌</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>灰</translation>
    </message>
    <message>
      <source>Guess everything again</source>
      <translation>重新猜測全部</translation>
    </message>
    <message>
      <source>Guessed</source>
      <translation>已猜測</translation>
    </message>
    <message>
      <source>H</source>
      <translation>高</translation>
    </message>
    <message>
      <source>H&amp;ide</source>
      <translation>隱藏(&amp;I)</translation>
    </message>
    <message>
      <source>Half-way between the highest and the lowest value of the source over the period.</source>
      <translation>週期內來源最高值與最低值的中點。</translation>
    </message>
    <message>
      <source>Half-way between the highest high and the lowest low of the period.</source>
      <translation>週期內最高價與最低價的中點。</translation>
    </message>
    <message>
      <source>Hammer</source>
      <translation>錘頭</translation>
    </message>
    <message>
      <source>Hanging Man</source>
      <translation>吊頸</translation>
    </message>
    <message>
      <source>Harami</source>
      <translation>身懷六甲</translation>
    </message>
    <message>
      <source>Harami Cross</source>
      <translation>十字胎</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>頭</translation>
    </message>
    <message>
      <source>Head and shoulders</source>
      <translation>頭肩形態</translation>
    </message>
    <message>
      <source>Headley's bands: averages of high and low, set further apart by the bars' relative range.</source>
      <translation>赫德利通道：高低價的平均，按K線的相對波幅再拉闊。</translation>
    </message>
    <message>
      <source>Heikin-&amp;Ashi</source>
      <translation>平均陰陽燭(&amp;A)</translation>
    </message>
    <message>
      <source>Heikin-Ashi</source>
      <translation>平均陰陽燭</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>說明</translation>
    </message>
    <message>
      <source>Hidden</source>
      <translation>已隱藏</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>隱藏</translation>
    </message>
    <message>
      <source>Hide all drawings</source>
      <translation>隱藏所有繪圖</translation>
    </message>
    <message>
      <source>Hide details</source>
      <translation>隱藏詳情</translation>
    </message>
    <message>
      <source>Hide dividends and splits</source>
      <translation>隱藏股息及拆股</translation>
    </message>
    <message>
      <source>Hide layer {layer}</source>
      <translation>隱藏圖層 {layer}</translation>
    </message>
    <message>
      <source>Hide or show {drawing}</source>
      <translation>隱藏或顯示 {drawing}</translation>
    </message>
    <message>
      <source>Hide the selected drawings; the panel of drawings shows them again</source>
      <translation>隱藏所選繪圖；可於繪圖面板再次顯示</translation>
    </message>
    <message>
      <source>Hide the selected indicator, or show it again</source>
      <translation>隱藏所選指標，或再次顯示</translation>
    </message>
    <message>
      <source>Hide this drawing</source>
      <translation>隱藏此繪圖</translation>
    </message>
    <message>
      <source>Hide {drawing}</source>
      <translation>隱藏 {drawing}</translation>
    </message>
    <message>
      <source>Hide {indicator}</source>
      <translation>隱藏 {indicator}</translation>
    </message>
    <message>
      <source>High</source>
      <translation>最高</translation>
    </message>
    <message>
      <source>High Wave</source>
      <translation>高浪線</translation>
    </message>
    <message>
      <source>High and low less the exponential average of the close: the reach of buyers and of sellers.</source>
      <translation>高低價減收市價的指數平均：買方及賣方的力度。</translation>
    </message>
    <message>
      <source>High and low of each session's first minutes, drawn through the rest of it.</source>
      <translation>每個交易時段首若干分鐘的高低位，畫至時段完結。</translation>
    </message>
    <message>
      <source>High of March</source>
      <translation>三月高位</translation>
    </message>
    <message>
      <source>High prices at the bottom</source>
      <translation>高價置於底部</translation>
    </message>
    <message>
      <source>High, low and close of the session, week, month or year before.</source>
      <translation>前一時段、週、月或年的高、低及收市價。</translation>
    </message>
    <message>
      <source>High-l&amp;ow</source>
      <translation>高低線(&amp;O)</translation>
    </message>
    <message>
      <source>Highest Value</source>
      <translation>最高值</translation>
    </message>
    <message>
      <source>Highlighter</source>
      <translation>螢光筆</translation>
    </message>
    <message>
      <source>Hikkake</source>
      <translation>陷阱形態</translation>
    </message>
    <message>
      <source>Hilbert Transform - Dominant Cycle Period</source>
      <translation>希爾伯特轉換－主導週期長度</translation>
    </message>
    <message>
      <source>Hilbert Transform - Dominant Cycle Phase</source>
      <translation>希爾伯特轉換－主導週期相位</translation>
    </message>
    <message>
      <source>Hilbert Transform - Instantaneous Trendline</source>
      <translation>希爾伯特轉換－瞬時趨勢線</translation>
    </message>
    <message>
      <source>Hilbert Transform - Phasor Components</source>
      <translation>希爾伯特轉換－相量分量</translation>
    </message>
    <message>
      <source>Hilbert Transform - Sine Wave</source>
      <translation>希爾伯特轉換－正弦波</translation>
    </message>
    <message>
      <source>Hilbert Transform - Trend or Cycle</source>
      <translation>希爾伯特轉換－趨勢或循環</translation>
    </message>
    <message>
      <source>Histogram</source>
      <translation>柱</translation>
    </message>
    <message>
      <source>Histogram from zero</source>
      <translation>零軸柱</translation>
    </message>
    <message>
      <source>Home End</source>
      <translation>Home End</translation>
    </message>
    <message>
      <source>Homing Pigeon</source>
      <translation>家鴿</translation>
    </message>
    <message>
      <source>Horizontal line</source>
      <translation>水平線</translation>
    </message>
    <message>
      <source>Horizontal ray</source>
      <translation>水平射線</translation>
    </message>
    <message>
      <source>How far the close lies below the highest high of the period, in per cent of its range.</source>
      <translation>收市價低於週期最高價多少，以波幅的百分比表示。</translation>
    </message>
    <message>
      <source>How far the price moved for each unit of volume.</source>
      <translation>每單位成交量推動價格多少。</translation>
    </message>
    <message>
      <source>How fast simulated trading goes</source>
      <translation>模擬交易的速度</translation>
    </message>
    <message>
      <source>How large a move makes a brick, turns a Kagi line, or fills a box, and how many boxes or lines turn</source>
      <translation>價格走多遠才畫一磚、令卡吉線轉向或填滿一格，以及多少格或線才反轉</translation>
    </message>
    <message>
      <source>How many of the other one of this costs: it rises while this does better than the other.</source>
      <translation>買一股此產品相當於多少另一產品：此產品表現較佳時上升。</translation>
    </message>
    <message>
      <source>How much dearer this is than a multiple of the other one, and how unusual that is.</source>
      <translation>此產品較另一產品的倍數貴多少，以及有多不尋常。</translation>
    </message>
    <message>
      <source>How much was traded at which price by the bars in view, with the point of control and the value area.</source>
      <translation>畫面中的K線在各價位的成交量，附控制點及價值區。</translation>
    </message>
    <message>
      <source>How much was traded at which price from one time to another.</source>
      <translation>兩個時間之間在各價位的成交量。</translation>
    </message>
    <message>
      <source>How much was traded at which price in each session, week, month or year.</source>
      <translation>每個時段、週、月或年在各價位的成交量。</translation>
    </message>
    <message>
      <source>How recent the highest high and the lowest low of the period are: 100 for this bar, 0 for the first.</source>
      <translation>週期最高價及最低價有多近：100 為此K線，0 為最舊。</translation>
    </message>
    <message>
      <source>How strong a trend is, whatever its direction: above 25 strong, below 20 weak.</source>
      <translation>趨勢有多強，不論方向：25 以上為強，20 以下為弱。</translation>
    </message>
    <message>
      <source>Hull Moving Average</source>
      <translation>赫爾移動平均</translation>
    </message>
    <message>
      <source>I&amp;ndicators</source>
      <translation>指標(&amp;N)</translation>
    </message>
    <message>
      <source>Ichimoku Cloud</source>
      <translation>一目均衡表</translation>
    </message>
    <message>
      <source>Icon</source>
      <translation>圖示</translation>
    </message>
    <message>
      <source>Identical Three Crows</source>
      <translation>三胞胎烏鴉</translation>
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
      <translation>頸內線</translation>
    </message>
    <message>
      <source>Inde&amp;xed scale</source>
      <translation>指數化刻度(&amp;X)</translation>
    </message>
    <message>
      <source>Inde&amp;xed to 100</source>
      <translation>指數化至 100(&amp;X)</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>指數</translation>
    </message>
    <message>
      <source>Indexed scale</source>
      <translation>指數化刻度</translation>
    </message>
    <message>
      <source>Indicator</source>
      <translation>指標</translation>
    </message>
    <message>
      <source>Indicators</source>
      <translation>指標</translation>
    </message>
    <message>
      <source>Info line</source>
      <translation>資訊線</translation>
    </message>
    <message>
      <source>Inner bands</source>
      <translation>內通道</translation>
    </message>
    <message>
      <source>Inside</source>
      <translation>內部</translation>
    </message>
    <message>
      <source>Inside pitchfork</source>
      <translation>內部音叉線</translation>
    </message>
    <message>
      <source>Intermediate</source>
      <translation>中間級</translation>
    </message>
    <message>
      <source>Interval</source>
      <translation>時間週期</translation>
    </message>
    <message>
      <source>Interval {interval}</source>
      <translation>週期 {interval}</translation>
    </message>
    <message>
      <source>Intervals</source>
      <translation>週期</translation>
    </message>
    <message>
      <source>Intraday Momentum Index</source>
      <translation>日內動量指數</translation>
    </message>
    <message>
      <source>Invert the scale</source>
      <translation>反轉刻度</translation>
    </message>
    <message>
      <source>Inverted Hammer</source>
      <translation>倒錘頭</translation>
    </message>
    <message>
      <source>It crashed its own process (signal {signal}).</source>
      <translation>它使自己的程序崩潰（訊號 {signal}）。</translation>
    </message>
    <message>
      <source>It declares more than one indicator. Put each into a file of its own.</source>
      <translation>檔案宣告了多於一個指標，請每個指標各放一個檔案。</translation>
    </message>
    <message>
      <source>It declares no indicator. Put @indicator(...) above the function that computes it.</source>
      <translation>檔案沒有宣告指標，請在計算函數之上加 @indicator(...)。</translation>
    </message>
    <message>
      <source>It ended its own process (status {status}).</source>
      <translation>它結束了自己的程序（狀態 {status}）。</translation>
    </message>
    <message>
      <source>It returned no values for the plot “{plot}”.</source>
      <translation>它沒有傳回圖線「{plot}」的數值。</translation>
    </message>
    <message>
      <source>It returned nothing. Return an array with a value for each bar.</source>
      <translation>它沒有傳回任何東西。請傳回一個陣列，每根K線一個數值。</translation>
    </message>
    <message>
      <source>It returned {arrays} arrays for {plots} plots. Name the plots in @indicator(plots=...).</source>
      <translation>它傳回了 {arrays} 個陣列，但有 {plots} 條圖線。請在 @indicator(plots=...) 中為圖線命名。</translation>
    </message>
    <message>
      <source>It took longer than {seconds} seconds and was stopped.</source>
      <translation>它運行超過 {seconds} 秒，已被終止。</translation>
    </message>
    <message>
      <source>It was stopped.</source>
      <translation>已被停止。</translation>
    </message>
    <message>
      <source>Its own</source>
      <translation>獨立</translation>
    </message>
    <message>
      <source>Joins the turns between swings of at least the given size; the last leg may still change.</source>
      <translation>連接不小於指定幅度的轉角；最後一段仍可能改變。</translation>
    </message>
    <message>
      <source>Jump to the newest bar</source>
      <translation>跳至最新K線</translation>
    </message>
    <message>
      <source>KDJ</source>
      <translation>KDJ</translation>
    </message>
    <message>
      <source>Ka&amp;gi</source>
      <translation>卡吉圖(&amp;G)</translation>
    </message>
    <message>
      <source>Kagi</source>
      <translation>卡吉圖</translation>
    </message>
    <message>
      <source>Kagi reversal</source>
      <translation>卡吉反轉幅度</translation>
    </message>
    <message>
      <source>Kaufman Adaptive Moving Average</source>
      <translation>考夫曼自適應移動平均</translation>
    </message>
    <message>
      <source>Keep the chart's indicators under a name, to show them on any chart</source>
      <translation>以名稱保存圖表的指標，以便在任何圖表顯示</translation>
    </message>
    <message>
      <source>Keep this workspace under a name; it saves itself from then on</source>
      <translation>以名稱保存此工作區；其後會自動儲存</translation>
    </message>
    <message>
      <source>Keltner Channels</source>
      <translation>肯特納通道</translation>
    </message>
    <message>
      <source>Keyboard and mouse</source>
      <translation>鍵盤及滑鼠</translation>
    </message>
    <message>
      <source>Kicking</source>
      <translation>反衝形態</translation>
    </message>
    <message>
      <source>Kicking (by the longer marubozu)</source>
      <translation>反衝形態（以較長光腳燭為準）</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>種類</translation>
    </message>
    <message>
      <source>Kind of line</source>
      <translation>線種</translation>
    </message>
    <message>
      <source>L</source>
      <translation>低</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>標籤</translation>
    </message>
    <message>
      <source>Ladder Bottom</source>
      <translation>梯底</translation>
    </message>
    <message>
      <source>Lagging span</source>
      <translation>延遲線</translation>
    </message>
    <message>
      <source>Lambert's distance of the typical price from its mean, in units of 0.015 mean deviations.</source>
      <translation>蘭伯特的典型價格與其平均的距離，以 0.015 平均偏差為單位。</translation>
    </message>
    <message>
      <source>Lane's place of the close in the range of the period, smoothed, and its average.</source>
      <translation>萊恩的收市價在週期波幅中的位置，經平滑，及其平均。</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>語言</translation>
    </message>
    <message>
      <source>Language, theme, habits and connections</source>
      <translation>語言、主題、習慣及連線</translation>
    </message>
    <message>
      <source>Largest distance</source>
      <translation>最大距離</translation>
    </message>
    <message>
      <source>Larry Williams' buying pressure over three periods, the short one weighing most, in per cent.</source>
      <translation>拉里．威廉斯的三個週期買壓，短週期權重最大，以百分比表示。</translation>
    </message>
    <message>
      <source>Lay another instrument over this one, in percent; once more takes it off</source>
      <translation>將另一產品以百分比疊加於此圖；再按一次移除</translation>
    </message>
    <message>
      <source>Lay it over the bars</source>
      <translation>疊加於K線之上</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>圖層</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>圖層</translation>
    </message>
    <message>
      <source>Lead sine</source>
      <translation>領先正弦</translation>
    </message>
    <message>
      <source>Leading span A</source>
      <translation>先行帶 A</translation>
    </message>
    <message>
      <source>Leading span B</source>
      <translation>先行帶 B</translation>
    </message>
    <message>
      <source>Leave only its legend; Ctrl and a double click do the same</source>
      <translation>只留下圖例；Ctrl 加雙擊亦可</translation>
    </message>
    <message>
      <source>Leave the lines of indicators out of the legend</source>
      <translation>圖例不列出指標</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>左</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>已略去</translation>
    </message>
    <message>
      <source>Left out, some rows for several reasons:</source>
      <translation>已略去（有些行有多於一個原因）：</translation>
    </message>
    <message>
      <source>Left out:</source>
      <translation>已略去：</translation>
    </message>
    <message>
      <source>Length of the bars; typing a number over the chart does the same</source>
      <translation>K線的長度；在圖表上輸入數字亦可</translation>
    </message>
    <message>
      <source>Let bars come by themselves</source>
      <translation>讓K線自動前進</translation>
    </message>
    <message>
      <source>Let go to put it into a place of its own here</source>
      <translation>放開即放到此處的獨立位置</translation>
    </message>
    <message>
      <source>Let go to put it into this pane</source>
      <translation>放開即放入此窗格</translation>
    </message>
    <message>
      <source>Let the demonstration go on after its last day with invented trades, to see live prices offline</source>
      <translation>讓示範市場在最後一日後以虛構成交繼續，離線體驗實時價格</translation>
    </message>
    <message>
      <source>Levels</source>
      <translation>水平</translation>
    </message>
    <message>
      <source>Levels and sessions</source>
      <translation>水平及時段</translation>
    </message>
    <message>
      <source>Levels in time</source>
      <translation>時間水平</translation>
    </message>
    <message>
      <source>Levels of support and resistance reckoned from the high, low and close of the period before.</source>
      <translation>由前一期的高、低及收市價推算的支持及阻力位。</translation>
    </message>
    <message>
      <source>Li&amp;near</source>
      <translation>線性(&amp;N)</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>淺色</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>線</translation>
    </message>
    <message>
      <source>Linear Regression</source>
      <translation>線性回歸</translation>
    </message>
    <message>
      <source>Linear Regression Angle</source>
      <translation>線性回歸角度</translation>
    </message>
    <message>
      <source>Linear Regression Intercept</source>
      <translation>線性回歸截距</translation>
    </message>
    <message>
      <source>Linear Regression Slope</source>
      <translation>線性回歸斜率</translation>
    </message>
    <message>
      <source>Linear for now: a logarithmic scale needs values above zero, and not all in view are</source>
      <translation>暫時為線性：對數刻度只能顯示大於零的數值，而畫面中並非全部都是</translation>
    </message>
    <message>
      <source>Linear for now: no price in view is above zero, to count from it</source>
      <translation>暫時為線性：畫面中沒有大於零的價格可作計算起點</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>線</translation>
    </message>
    <message>
      <source>Lines above the first bar</source>
      <translation>首根K線之上的行數</translation>
    </message>
    <message>
      <source>Lines of closes, turned when the last three are broken</source>
      <translation>收市價的線段，突破最近三線才反轉</translation>
    </message>
    <message>
      <source>Lines that a break turns</source>
      <translation>突破後反轉所需線數</translation>
    </message>
    <message>
      <source>Lionrock cannot write to its home folder {folder} ({reason}). Make it writable, or choose another one with --home DIR or the variable LIONROCK_HOME.</source>
      <translation>Lionrock 無法寫入主資料夾 {folder}（{reason}）。請設為可寫入，或以 --home DIR 或變數 LIONROCK_HOME 選擇其他資料夾。</translation>
    </message>
    <message>
      <source>Lionrock is being closed.</source>
      <translation>Lionrock 正在關閉。</translation>
    </message>
    <message>
      <source>Lionrock met an error of its own. Your work is safe and you can go on; the details are in {log}.</source>
      <translation>Lionrock 發生內部錯誤。你的工作安全，可以繼續；詳情見 {log}。</translation>
    </message>
    <message>
      <source>Lionrock was started with --offline, so no connection is made. Start it without that to try one.</source>
      <translation>Lionrock 以 --offline 啟動，不會連線。如要試連線，請不加此選項再啟動。</translation>
    </message>
    <message>
      <source>Lionrock was started with --offline, so no connection is made. Start it without that to use live data.</source>
      <translation>Lionrock 以 --offline 啟動，不會連線。如要使用實時數據，請不加此選項再啟動。</translation>
    </message>
    <message>
      <source>Lionrock workspaces (*.json)</source>
      <translation>Lionrock 工作區 (*.json)</translation>
    </message>
    <message>
      <source>Lionrock's icon</source>
      <translation>Lionrock 圖示</translation>
    </message>
    <message>
      <source>Live prices come faster than they can be taken in. They are asked for instead.</source>
      <translation>實時價格來得太快，未能處理，改為定時查詢。</translation>
    </message>
    <message>
      <source>Live, last trade at {time}</source>
      <translation>實時，最後成交於 {time}</translation>
    </message>
    <message>
      <source>Lo&amp;garithmic</source>
      <translation>對數(&amp;G)</translation>
    </message>
    <message>
      <source>Loading {symbol}…</source>
      <translation>正載入 {symbol}…</translation>
    </message>
    <message>
      <source>Lock all drawings</source>
      <translation>鎖定所有繪圖</translation>
    </message>
    <message>
      <source>Lock or unlock {drawing}</source>
      <translation>鎖定或解鎖 {drawing}</translation>
    </message>
    <message>
      <source>Lock this drawing against changes by hand</source>
      <translation>鎖定此繪圖，避免人手更改</translation>
    </message>
    <message>
      <source>Lock {drawing}</source>
      <translation>鎖定 {drawing}</translation>
    </message>
    <message>
      <source>Logarithmic scale</source>
      <translation>對數刻度</translation>
    </message>
    <message>
      <source>Long</source>
      <translation>長期</translation>
    </message>
    <message>
      <source>Long Line</source>
      <translation>長燭</translation>
    </message>
    <message>
      <source>Long change</source>
      <translation>長期變動</translation>
    </message>
    <message>
      <source>Long position</source>
      <translation>長倉</translation>
    </message>
    <message>
      <source>Long-Legged Doji</source>
      <translation>長腳十字</translation>
    </message>
    <message>
      <source>Longest interval</source>
      <translation>最長週期</translation>
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
      <translation>下方倍數</translation>
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
      <translation>MACD 12/26（阿佩爾因子）</translation>
    </message>
    <message>
      <source>MACD with Chosen Averages</source>
      <translation>MACD（自選平均）</translation>
    </message>
    <message>
      <source>MACD with Zero-Line Crossings</source>
      <translation>MACD（零線交叉）</translation>
    </message>
    <message>
      <source>MESA Adaptive Moving Average</source>
      <translation>MESA 自適應移動平均</translation>
    </message>
    <message>
      <source>Magnet</source>
      <translation>磁吸</translation>
    </message>
    <message>
      <source>Magnet: &amp;always</source>
      <translation>磁吸：總是(&amp;A)</translation>
    </message>
    <message>
      <source>Magnet: &amp;near prices</source>
      <translation>磁吸：近價時(&amp;N)</translation>
    </message>
    <message>
      <source>Make room on the disk or make its folder writable and try again, or save a copy elsewhere.</source>
      <translation>請騰出磁碟空間或將其資料夾設為可寫入後再試，或另存一份。</translation>
    </message>
    <message>
      <source>Make room on the disk or make its folder writable and try again.</source>
      <translation>請騰出磁碟空間或將其資料夾設為可寫入後再試。</translation>
    </message>
    <message>
      <source>Make the step again that was taken back</source>
      <translation>重做已復原的步驟</translation>
    </message>
    <message>
      <source>Market Facilitation Index (Bill Williams)</source>
      <translation>市場促進指數（比爾．威廉斯）</translation>
    </message>
    <message>
      <source>Marks each bar that completes the pattern: below it when it is bullish, above it when it is bearish.</source>
      <translation>標示完成形態的每根K線：看好在下方，看淡在上方。</translation>
    </message>
    <message>
      <source>Marks highs and lows that stand out among the bars around them.</source>
      <translation>標示在四周K線中突出的高低位。</translation>
    </message>
    <message>
      <source>Marks of dividends and &amp;splits</source>
      <translation>股息及拆股標記(&amp;S)</translation>
    </message>
    <message>
      <source>Marubozu</source>
      <translation>光頭光腳燭</translation>
    </message>
    <message>
      <source>Mass Index</source>
      <translation>質量指數</translation>
    </message>
    <message>
      <source>Mat Hold</source>
      <translation>鋪墊形態</translation>
    </message>
    <message>
      <source>Matching Low</source>
      <translation>相同低價</translation>
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
      <translation>量度價格、K線數、時間及成交量</translation>
    </message>
    <message>
      <source>Measures</source>
      <translation>量度</translation>
    </message>
    <message>
      <source>Median Price</source>
      <translation>中位價</translation>
    </message>
    <message>
      <source>Medium</source>
      <translation>中</translation>
    </message>
    <message>
      <source>Menus</source>
      <translation>選單</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Mid-Price</source>
      <translation>中間價</translation>
    </message>
    <message>
      <source>Middle</source>
      <translation>中</translation>
    </message>
    <message>
      <source>Middle (H+L)/2</source>
      <translation>中點 (H+L)/2</translation>
    </message>
    <message>
      <source>Midpoint</source>
      <translation>中點</translation>
    </message>
    <message>
      <source>Minor</source>
      <translation>小級</translation>
    </message>
    <message>
      <source>Minuette</source>
      <translation>微級</translation>
    </message>
    <message>
      <source>Minus Directional Indicator</source>
      <translation>負趨向指標</translation>
    </message>
    <message>
      <source>Minus Directional Movement</source>
      <translation>負趨向變動</translation>
    </message>
    <message>
      <source>Minute</source>
      <translation>細級</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>分鐘</translation>
    </message>
    <message>
      <source>Modified Hikkake</source>
      <translation>改良陷阱形態</translation>
    </message>
    <message>
      <source>Modified Schiff</source>
      <translation>改良希夫</translation>
    </message>
    <message>
      <source>Modified Schiff pitchfork</source>
      <translation>改良希夫音叉線</translation>
    </message>
    <message>
      <source>Momentum</source>
      <translation>動量</translation>
    </message>
    <message>
      <source>Money Flow Index</source>
      <translation>資金流量指數</translation>
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
      <translation>超過一日：只可用整日，例如 2D</translation>
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
      <translation>移動窗格</translation>
    </message>
    <message>
      <source>Move an indicator to another pane</source>
      <translation>將指標移至另一窗格</translation>
    </message>
    <message>
      <source>Move by a tenth of the view</source>
      <translation>移動畫面的十分之一</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Move the chart and select drawings</source>
      <translation>移動圖表及選取繪圖</translation>
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
      <translation>移動此列</translation>
    </message>
    <message>
      <source>Move through time</source>
      <translation>在時間中移動</translation>
    </message>
    <message>
      <source>Move to a &amp;new pane</source>
      <translation>移至新窗格(&amp;N)</translation>
    </message>
    <message>
      <source>Move to the &amp;price pane</source>
      <translation>移至價格窗格(&amp;P)</translation>
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
      <translation>移動 {indicator}</translation>
    </message>
    <message>
      <source>Move {symbol} in the watchlist</source>
      <translation>在自選股中移動 {symbol}</translation>
    </message>
    <message>
      <source>Movement from low to high and from high to low over the period, each as a share of the true range.</source>
      <translation>週期內由低至高及由高至低的變動，各佔真實波幅的比例。</translation>
    </message>
    <message>
      <source>Moving Average (any kind)</source>
      <translation>移動平均（任何種類）</translation>
    </message>
    <message>
      <source>Moving Average Convergence/Divergence</source>
      <translation>平滑異同移動平均線</translation>
    </message>
    <message>
      <source>Moving Average Ribbon</source>
      <translation>移動平均彩帶</translation>
    </message>
    <message>
      <source>Moving averages</source>
      <translation>移動平均</translation>
    </message>
    <message>
      <source>Multiple</source>
      <translation>倍數</translation>
    </message>
    <message>
      <source>Multiplier</source>
      <translation>倍數</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名稱</translation>
    </message>
    <message>
      <source>Name of the drawing</source>
      <translation>繪圖名稱</translation>
    </message>
    <message>
      <source>Name of the workspace</source>
      <translation>工作區名稱</translation>
    </message>
    <message>
      <source>Name, as in “Neckline”</source>
      <translation>名稱，例如「頸線」</translation>
    </message>
    <message>
      <source>Name, exact points, look and settings of the selected drawing</source>
      <translation>所選繪圖的名稱、精確點、外觀及設定</translation>
    </message>
    <message>
      <source>Near prices</source>
      <translation>近價時</translation>
    </message>
    <message>
      <source>Negative Volume Index</source>
      <translation>負成交量指數</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>網絡</translation>
    </message>
    <message>
      <source>New indicator of your &amp;own…</source>
      <translation>新增自訂指標(&amp;O)…</translation>
    </message>
    <message>
      <source>New indicator of your own</source>
      <translation>新增自訂指標</translation>
    </message>
    <message>
      <source>New name of “{name}”</source>
      <translation>「{name}」的新名稱</translation>
    </message>
    <message>
      <source>Next month</source>
      <translation>下個月</translation>
    </message>
    <message>
      <source>No bar in Yahoo Finance's answer for {symbol} can be used: {kinds}. Try again later.</source>
      <translation>Yahoo Finance 對 {symbol} 的答覆沒有可用的K線：{kinds}。請稍後再試。</translation>
    </message>
    <message>
      <source>No connection may be made. Switch to live data to search further.</source>
      <translation>不可連線。請轉用實時數據以進一步搜尋。</translation>
    </message>
    <message>
      <source>No connection may be made: these bars of {symbol} are the stored ones. Switch to live data to refresh them.</source>
      <translation>不可連線：{symbol} 的這些K線是已儲存的。請轉用實時數據更新。</translation>
    </message>
    <message>
      <source>No drawing fits.</source>
      <translation>沒有符合的繪圖。</translation>
    </message>
    <message>
      <source>No drawing has a layer; its properties give it one</source>
      <translation>沒有繪圖設有圖層；可於其屬性設定</translation>
    </message>
    <message>
      <source>No indicator fits “{text}”.
Try a part of its name, or its short name.</source>
      <translation>沒有指標符合「{text}」。
請試名稱的一部分或其簡稱。</translation>
    </message>
    <message>
      <source>No instrument fits. Type a code such as 9988, or a part of a name.</source>
      <translation>沒有符合的產品。請輸入編號如 9988，或名稱的一部分。</translation>
    </message>
    <message>
      <source>No longer on the chart</source>
      <translation>已不在圖表上</translation>
    </message>
    <message>
      <source>No row of AKShare's table of {symbol} can be used. Try again later.</source>
      <translation>AKShare 的 {symbol} 表格沒有可用的資料列，請稍後再試。</translation>
    </message>
    <message>
      <source>None</source>
      <translation>無</translation>
    </message>
    <message>
      <source>None of the dates in “{name}” can be read. Write them as 2025-03-07 or 2025-03-07 09:30.</source>
      <translation>無法讀取「{name}」的任何日期，請寫成 2025-03-07 或 2025-03-07 09:30。</translation>
    </message>
    <message>
      <source>None of the {count:,} lines of “{name}” can be used: {kinds}.</source>
      <translation>「{name}」的 {count:,} 行全部無法使用：{kinds}。</translation>
    </message>
    <message>
      <source>Normalized Average True Range</source>
      <translation>標準化平均真實波幅</translation>
    </message>
    <message>
      <source>Not an interval: try 5, 1h, 1D, 1W or 1M</source>
      <translation>不是週期：請試 5、1h、1D、1W 或 1M</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>不使用</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>註記</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>註記</translation>
    </message>
    <message>
      <source>Nothing fits. Try fewer letters.</source>
      <translation>沒有符合的項目，請減少字母。</translation>
    </message>
    <message>
      <source>Nothing has been refused so far.</source>
      <translation>至今沒有拒絕任何數據。</translation>
    </message>
    <message>
      <source>Nothing in the file says whether its commas group thousands or begin the decimals.</source>
      <translation>檔案中無法判斷逗號是千位分隔還是小數點。</translation>
    </message>
    <message>
      <source>Nothing in the file says whether the day or the month comes first.</source>
      <translation>檔案中無法判斷日與月的先後。</translation>
    </message>
    <message>
      <source>Nothing is adjusted: a split is a jump</source>
      <translation>不作調整：拆股會成為缺口</translation>
    </message>
    <message>
      <source>Nothing is asked while the market rests.</source>
      <translation>市場休市期間不會查詢。</translation>
    </message>
    <message>
      <source>Nothing is drawn yet. Choose a tool at the left edge.</source>
      <translation>尚未有繪圖。請於左側選擇工具。</translation>
    </message>
    <message>
      <source>Nothing is selected. Click a drawing first.</source>
      <translation>沒有選取任何項目。請先點按繪圖。</translation>
    </message>
    <message>
      <source>Nothing is selected. Click a drawing or an indicator first.</source>
      <translation>沒有選取任何項目。請先點按繪圖或指標。</translation>
    </message>
    <message>
      <source>Nothing is stored of {symbol}, and no connection may be made. Switch to live data to fetch it.</source>
      <translation>沒有 {symbol} 的儲存數據，亦不可連線。請轉用實時數據索取。</translation>
    </message>
    <message>
      <source>Nothing of {symbol} was traded in the last days.</source>
      <translation>最近數日 {symbol} 沒有成交。</translation>
    </message>
    <message>
      <source>Nothing of {symbol} was traded in the time that was asked for.</source>
      <translation>所查詢的時間內 {symbol} 沒有成交。</translation>
    </message>
    <message>
      <source>Notices</source>
      <translation>通知</translation>
    </message>
    <message>
      <source>Nudge the selected drawings</source>
      <translation>微移所選繪圖</translation>
    </message>
    <message>
      <source>Nudge {0}</source>
      <translation>微移{0}</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>數字</translation>
    </message>
    <message>
      <source>O</source>
      <translation>開</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>數據</translation>
    </message>
    <message>
      <source>Of each</source>
      <translation>每個</translation>
    </message>
    <message>
      <source>Of its {count} points the first {shown} are listed.</source>
      <translation>共 {count} 點，列出首 {shown} 點。</translation>
    </message>
    <message>
      <source>Of the</source>
      <translation>取自</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>關</translation>
    </message>
    <message>
      <source>On Balance Volume</source>
      <translation>能量潮指標</translation>
    </message>
    <message>
      <source>On the chart</source>
      <translation>在圖表上</translation>
    </message>
    <message>
      <source>On the line</source>
      <translation>在線上</translation>
    </message>
    <message>
      <source>On-Neck</source>
      <translation>頸上線</translation>
    </message>
    <message>
      <source>One bar back or on</source>
      <translation>後退或前進一根K線</translation>
    </message>
    <message>
      <source>One place down among the drawings</source>
      <translation>在繪圖中下移一位</translation>
    </message>
    <message>
      <source>One place up among the drawings</source>
      <translation>在繪圖中上移一位</translation>
    </message>
    <message>
      <source>Only on some intervals</source>
      <translation>只在某些週期顯示</translation>
    </message>
    <message>
      <source>Opacity of the fill</source>
      <translation>填色不透明度</translation>
    </message>
    <message>
      <source>Opacity of the line</source>
      <translation>線的不透明度</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>開市</translation>
    </message>
    <message>
      <source>Open a file…</source>
      <translation>開啟檔案…</translation>
    </message>
    <message>
      <source>Open and close of averaged bars: the close above the open is a rise.</source>
      <translation>平均K線的開市及收市價：收市高於開市即為升。</translation>
    </message>
    <message>
      <source>Open tables of bars (CSV, Excel, Parquet) or a workspace</source>
      <translation>開啟K線表格（CSV、Excel、Parquet）或工作區</translation>
    </message>
    <message>
      <source>Open the &amp;data folder</source>
      <translation>開啟資料夾(&amp;D)</translation>
    </message>
    <message>
      <source>Open with pre&amp;view…</source>
      <translation>預覽後開啟(&amp;V)…</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>開啟 {name}</translation>
    </message>
    <message>
      <source>Open, high, low and close, with a filled body</source>
      <translation>開、高、低、收，燭身填色</translation>
    </message>
    <message>
      <source>Open, rename or delete a saved workspace</source>
      <translation>開啟、重新命名或刪除已存工作區</translation>
    </message>
    <message>
      <source>Open: {amount}</source>
      <translation>持倉中：{amount}</translation>
    </message>
    <message>
      <source>Opening Range</source>
      <translation>開市波幅</translation>
    </message>
    <message>
      <source>Opening range</source>
      <translation>開市波幅</translation>
    </message>
    <message>
      <source>Option</source>
      <translation>期權</translation>
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
      <translation>疊加於K線</translation>
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
      <translation>拋物線轉向指標</translation>
    </message>
    <message>
      <source>Parallel channel</source>
      <translation>平行通道</translation>
    </message>
    <message>
      <source>Parameters and look of the selected indicator</source>
      <translation>所選指標的參數及外觀</translation>
    </message>
    <message>
      <source>Paste drawings</source>
      <translation>貼上繪圖</translation>
    </message>
    <message>
      <source>Path</source>
      <translation>路徑</translation>
    </message>
    <message>
      <source>Patterns</source>
      <translation>形態</translation>
    </message>
    <message>
      <source>Pearson's correlation of the source with volume over the period.</source>
      <translation>來源與成交量在週期內的皮爾遜相關系數。</translation>
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
      <translation>百分比價格震盪指標</translation>
    </message>
    <message>
      <source>Percentage Volume Oscillator</source>
      <translation>百分比成交量震盪指標</translation>
    </message>
    <message>
      <source>Percentile</source>
      <translation>百分位</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>週期</translation>
    </message>
    <message>
      <source>Period of the average</source>
      <translation>平均週期</translation>
    </message>
    <message>
      <source>Period of the mean</source>
      <translation>平均值週期</translation>
    </message>
    <message>
      <source>PgUp PgDn</source>
      <translation>PgUp PgDn</translation>
    </message>
    <message>
      <source>Pictures (*.png *.jpg)</source>
      <translation>圖片 (*.png *.jpg)</translation>
    </message>
    <message>
      <source>Piercing Line</source>
      <translation>曙光初現</translation>
    </message>
    <message>
      <source>Pink</source>
      <translation>粉紅</translation>
    </message>
    <message>
      <source>Pitchfork</source>
      <translation>音叉線</translation>
    </message>
    <message>
      <source>Pitchforks</source>
      <translation>音叉線</translation>
    </message>
    <message>
      <source>Pivot Points</source>
      <translation>軸心點</translation>
    </message>
    <message>
      <source>Pivots</source>
      <translation>軸心</translation>
    </message>
    <message>
      <source>Place of the label</source>
      <translation>標籤位置</translation>
    </message>
    <message>
      <source>Place of the name</source>
      <translation>名稱位置</translation>
    </message>
    <message>
      <source>Plus Directional Indicator</source>
      <translation>正趨向指標</translation>
    </message>
    <message>
      <source>Plus Directional Movement</source>
      <translation>正趨向變動</translation>
    </message>
    <message>
      <source>Point (1,234.5)</source>
      <translation>句點 (1,234.5)</translation>
    </message>
    <message>
      <source>Point and figure</source>
      <translation>點數圖</translation>
    </message>
    <message>
      <source>Point and figure box</source>
      <translation>點數圖格值</translation>
    </message>
    <message>
      <source>Point of control</source>
      <translation>控制點</translation>
    </message>
    <message>
      <source>Point {number}</source>
      <translation>點 {number}</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>點</translation>
    </message>
    <message>
      <source>Points always go to the nearest of open, high, low and close</source>
      <translation>點總是吸附至最近的開、高、低、收</translation>
    </message>
    <message>
      <source>Points go to open, high, low and close when near</source>
      <translation>點接近時吸附至開、高、低、收</translation>
    </message>
    <message>
      <source>Points go to the prices of bars; Ctrl turns it round while held</source>
      <translation>點吸附至K線價格；按住 Ctrl 則相反</translation>
    </message>
    <message>
      <source>Polyline</source>
      <translation>折線</translation>
    </message>
    <message>
      <source>Positive Volume Index</source>
      <translation>正成交量指數</translation>
    </message>
    <message>
      <source>Press and draw</source>
      <translation>按住並繪畫</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>前一個</translation>
    </message>
    <message>
      <source>Previous High, Low and Close</source>
      <translation>前期高、低、收</translation>
    </message>
    <message>
      <source>Previous month</source>
      <translation>上個月</translation>
    </message>
    <message>
      <source>Price</source>
      <translation>價格</translation>
    </message>
    <message>
      <source>Price Volume Trend</source>
      <translation>價量趨勢</translation>
    </message>
    <message>
      <source>Price a&amp;xis</source>
      <translation>價格軸(&amp;X)</translation>
    </message>
    <message>
      <source>Price axes at &amp;both sides</source>
      <translation>兩側價格軸(&amp;B)</translation>
    </message>
    <message>
      <source>Price axis at the &amp;left</source>
      <translation>左側價格軸(&amp;L)</translation>
    </message>
    <message>
      <source>Price axis at the &amp;right</source>
      <translation>右側價格軸(&amp;R)</translation>
    </message>
    <message>
      <source>Price label</source>
      <translation>價格標籤</translation>
    </message>
    <message>
      <source>Price label on the axis</source>
      <translation>在座標軸上標示價格</translation>
    </message>
    <message>
      <source>Price range</source>
      <translation>價格範圍</translation>
    </message>
    <message>
      <source>Prices</source>
      <translation>價格</translation>
    </message>
    <message>
      <source>Prices and volumes are counted in today's shares</source>
      <translation>價格及成交量以今日股份計算</translation>
    </message>
    <message>
      <source>Prices as &amp;traded</source>
      <translation>實際成交價(&amp;T)</translation>
    </message>
    <message>
      <source>Prices have not moved far enough for this style.</source>
      <translation>價格變動不足，未能以此樣式繪畫。</translation>
    </message>
    <message>
      <source>Primary</source>
      <translation>主要級</translation>
    </message>
    <message>
      <source>Properties</source>
      <translation>屬性</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>代理伺服器</translation>
    </message>
    <message>
      <source>Purple</source>
      <translation>紫</translation>
    </message>
    <message>
      <source>Put a copy of the selected drawings beside them</source>
      <translation>在旁邊放置所選繪圖的副本</translation>
    </message>
    <message>
      <source>Put copied drawings on this chart's instrument</source>
      <translation>將複製的繪圖放到此圖表的產品上</translation>
    </message>
    <message>
      <source>Put right and kept</source>
      <translation>已修正並保留</translation>
    </message>
    <message>
      <source>Put right and kept:</source>
      <translation>已修正並保留：</translation>
    </message>
    <message>
      <source>Put the tool away, select nothing</source>
      <translation>放下工具，不選取任何項目</translation>
    </message>
    <message>
      <source>Python {python}, Qt {qt}. MIT licence.</source>
      <translation>Python {python}，Qt {qt}。MIT 授權。</translation>
    </message>
    <message>
      <source>Qstick</source>
      <translation>Q 棒指標</translation>
    </message>
    <message>
      <source>Quadrature</source>
      <translation>正交分量</translation>
    </message>
    <message>
      <source>Quantity {quantity}, reward to risk {ratio}</source>
      <translation>數量 {quantity}，回報風險比 {ratio}</translation>
    </message>
    <message>
      <source>Range</source>
      <translation>波幅</translation>
    </message>
    <message>
      <source>Range period</source>
      <translation>波幅週期</translation>
    </message>
    <message>
      <source>Ranges and scale</source>
      <translation>範圍及刻度</translation>
    </message>
    <message>
      <source>Rate of Change</source>
      <translation>變動率</translation>
    </message>
    <message>
      <source>Rate of Change (fraction)</source>
      <translation>變動率（分數）</translation>
    </message>
    <message>
      <source>Rate of Change (ratio x 100)</source>
      <translation>變動率（比率 x 100）</translation>
    </message>
    <message>
      <source>Rate of Change (ratio)</source>
      <translation>變動率（比率）</translation>
    </message>
    <message>
      <source>Ratio</source>
      <translation>比率</translation>
    </message>
    <message>
      <source>Ratio to Another Instrument</source>
      <translation>與另一產品的比率</translation>
    </message>
    <message>
      <source>Ray</source>
      <translation>射線</translation>
    </message>
    <message>
      <source>Reading {count} files…</source>
      <translation>正讀取 {count} 個檔案…</translation>
    </message>
    <message>
      <source>Reading {names}…</source>
      <translation>正讀取 {names}…</translation>
    </message>
    <message>
      <source>Reading “{name}” was stopped.</source>
      <translation>已停止讀取「{name}」。</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>正讀取…</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>長方形</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>紅</translation>
    </message>
    <message>
      <source>Red rises, green falls</source>
      <translation>紅升綠跌</translation>
    </message>
    <message>
      <source>Regression trend</source>
      <translation>回歸趨勢</translation>
    </message>
    <message>
      <source>Relative Strength Index</source>
      <translation>相對強弱指數</translation>
    </message>
    <message>
      <source>Relative Strength against Another Instrument</source>
      <translation>相對另一產品的強弱</translation>
    </message>
    <message>
      <source>Relative Volatility Index</source>
      <translation>相對波動指數</translation>
    </message>
    <message>
      <source>Relative Volume</source>
      <translation>相對成交量</translation>
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
      <translation>移除此圖表產品所有未鎖定的繪圖</translation>
    </message>
    <message>
      <source>Remove the selected drawings</source>
      <translation>移除所選繪圖</translation>
    </message>
    <message>
      <source>Remove the selected drawings or indicator, or the chosen row while the watchlist has the focus</source>
      <translation>移除所選繪圖或指標；自選股在使用時則移除所選一列</translation>
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
      <translation>從自選股移除 {symbol}</translation>
    </message>
    <message>
      <source>Ren&amp;ko</source>
      <translation>磚形圖(&amp;K)</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>重新命名</translation>
    </message>
    <message>
      <source>Rename workspace</source>
      <translation>重新命名工作區</translation>
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
      <translation>磚形圖</translation>
    </message>
    <message>
      <source>Renko brick</source>
      <translation>磚形圖磚值</translation>
    </message>
    <message>
      <source>Reorder {drawing}</source>
      <translation>更改 {drawing} 的次序</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>取代</translation>
    </message>
    <message>
      <source>Replay</source>
      <translation>重播</translation>
    </message>
    <message>
      <source>Replay from here</source>
      <translation>由此處開始重播</translation>
    </message>
    <message>
      <source>Reset default</source>
      <translation>重設預設值</translation>
    </message>
    <message>
      <source>Reshape {drawing}</source>
      <translation>更改 {drawing} 的形狀</translation>
    </message>
    <message>
      <source>Resistance</source>
      <translation>阻力</translation>
    </message>
    <message>
      <source>Restore {drawing}</source>
      <translation>還原 {drawing}</translation>
    </message>
    <message>
      <source>Restyle {drawing}</source>
      <translation>更改 {drawing} 的樣式</translation>
    </message>
    <message>
      <source>Returns from close to close, %</source>
      <translation>逐個收市價的回報，%</translation>
    </message>
    <message>
      <source>Reversal, %</source>
      <translation>反轉幅度，%</translation>
    </message>
    <message>
      <source>Reverse</source>
      <translation>反向</translation>
    </message>
    <message>
      <source>Ribbon</source>
      <translation>彩帶</translation>
    </message>
    <message>
      <source>Rickshaw Man</source>
      <translation>黃包車夫</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>右</translation>
    </message>
    <message>
      <source>Rises less falls over rises plus falls of the period, as Chande wrote it, in per cent.</source>
      <translation>錢德原式：週期內升幅減跌幅，除以升幅加跌幅，以百分比表示。</translation>
    </message>
    <message>
      <source>Rises less falls over rises plus falls, with Wilder's smoothing, in per cent.</source>
      <translation>升幅減跌幅，除以升幅加跌幅，以威爾德方法平滑，以百分比表示。</translation>
    </message>
    <message>
      <source>Rising and falling apart</source>
      <translation>升跌分開</translation>
    </message>
    <message>
      <source>Rising and falling bars apart</source>
      <translation>升跌K線分開</translation>
    </message>
    <message>
      <source>Rising bars</source>
      <translation>上升K線</translation>
    </message>
    <message>
      <source>Rising/Falling Three Methods</source>
      <translation>上升／下降三法</translation>
    </message>
    <message>
      <source>Risk in percent of the account</source>
      <translation>風險佔帳戶百分比</translation>
    </message>
    <message>
      <source>Round price</source>
      <translation>整數價位</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>行數</translation>
    </message>
    <message>
      <source>Rows that were left out or put right</source>
      <translation>已略去或修正的資料列</translation>
    </message>
    <message>
      <source>S&amp;imulated trading</source>
      <translation>模擬交易(&amp;I)</translation>
    </message>
    <message>
      <source>S&amp;tatus bar</source>
      <translation>狀態列(&amp;T)</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>儲存</translation>
    </message>
    <message>
      <source>Save &amp;picture…</source>
      <translation>儲存圖片(&amp;P)…</translation>
    </message>
    <message>
      <source>Save a copy elsewhere…</source>
      <translation>另存一份…</translation>
    </message>
    <message>
      <source>Save a copy of the workspace</source>
      <translation>另存工作區副本</translation>
    </message>
    <message>
      <source>Save as a set</source>
      <translation>存為組合</translation>
    </message>
    <message>
      <source>Save as default for every new {drawing}</source>
      <translation>設為每個新{drawing}的預設值</translation>
    </message>
    <message>
      <source>Save as template</source>
      <translation>存為範本</translation>
    </message>
    <message>
      <source>Save as template…</source>
      <translation>存為範本…</translation>
    </message>
    <message>
      <source>Save as…</source>
      <translation>另存為…</translation>
    </message>
    <message>
      <source>Save picture</source>
      <translation>儲存圖片</translation>
    </message>
    <message>
      <source>Save the chart as it is seen as a picture</source>
      <translation>將所見圖表儲存為圖片</translation>
    </message>
    <message>
      <source>Save the indicators as a se&amp;t…</source>
      <translation>將指標存為組合(&amp;T)…</translation>
    </message>
    <message>
      <source>Save workspace &amp;as…</source>
      <translation>工作區另存為(&amp;A)…</translation>
    </message>
    <message>
      <source>Save workspace as</source>
      <translation>工作區另存為</translation>
    </message>
    <message>
      <source>Saved workspaces</source>
      <translation>已存工作區</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>刻度</translation>
    </message>
    <message>
      <source>Scale follows the bars again</source>
      <translation>刻度再次跟隨K線</translation>
    </message>
    <message>
      <source>Schiff</source>
      <translation>希夫</translation>
    </message>
    <message>
      <source>Schiff pitchfork</source>
      <translation>希夫音叉線</translation>
    </message>
    <message>
      <source>Search drawings</source>
      <translation>搜尋繪圖</translation>
    </message>
    <message>
      <source>Search indicators</source>
      <translation>搜尋指標</translation>
    </message>
    <message>
      <source>Search indicators  ( / )</source>
      <translation>搜尋指標 ( / )</translation>
    </message>
    <message>
      <source>Search the indicators and switch them on and off</source>
      <translation>搜尋指標並開關</translation>
    </message>
    <message>
      <source>Searching Yahoo Finance…</source>
      <translation>正搜尋 Yahoo Finance…</translation>
    </message>
    <message>
      <source>Second instrument</source>
      <translation>第二個產品</translation>
    </message>
    <message>
      <source>Second smoothing</source>
      <translation>二次平滑</translation>
    </message>
    <message>
      <source>See how tables of bars are read, and correct it, before they are opened</source>
      <translation>開啟前查看K線表格如何讀取並作修正</translation>
    </message>
    <message>
      <source>Select &amp;all drawings</source>
      <translation>選取所有繪圖(&amp;A)</translation>
    </message>
    <message>
      <source>Select every drawing that the chart shows</source>
      <translation>選取圖表所顯示的所有繪圖</translation>
    </message>
    <message>
      <source>Select the ne&amp;xt indicator</source>
      <translation>選取下一個指標(&amp;X)</translation>
    </message>
    <message>
      <source>Selected drawing</source>
      <translation>所選繪圖</translation>
    </message>
    <message>
      <source>Selected in&amp;dicator</source>
      <translation>所選指標(&amp;D)</translation>
    </message>
    <message>
      <source>Selected: {indicator}</source>
      <translation>已選取：{indicator}</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>分號</translation>
    </message>
    <message>
      <source>Send &amp;backward</source>
      <translation>下移一層(&amp;B)</translation>
    </message>
    <message>
      <source>Send to bac&amp;k</source>
      <translation>置底(&amp;K)</translation>
    </message>
    <message>
      <source>Separating Lines</source>
      <translation>分離線</translation>
    </message>
    <message>
      <source>Session</source>
      <translation>時段</translation>
    </message>
    <message>
      <source>Session High and Low</source>
      <translation>時段高低位</translation>
    </message>
    <message>
      <source>Sets of indicators, and your own</source>
      <translation>指標組合及自訂指標</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>設定</translation>
    </message>
    <message>
      <source>Settings of an indicator</source>
      <translation>指標設定</translation>
    </message>
    <message>
      <source>Settings of {indicator}</source>
      <translation>{indicator} 的設定</translation>
    </message>
    <message>
      <source>Shapes</source>
      <translation>圖形</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>股票</translation>
    </message>
    <message>
      <source>Share the pane above</source>
      <translation>併入上面的窗格</translation>
    </message>
    <message>
      <source>Share the pane below</source>
      <translation>併入下面的窗格</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Shift</translation>
    </message>
    <message>
      <source>Shift+Click</source>
      <translation>Shift+點按</translation>
    </message>
    <message>
      <source>Shift+Wheel</source>
      <translation>Shift+滾輪</translation>
    </message>
    <message>
      <source>Shooting Star</source>
      <translation>射擊之星</translation>
    </message>
    <message>
      <source>Short</source>
      <translation>短期</translation>
    </message>
    <message>
      <source>Short Line</source>
      <translation>短燭</translation>
    </message>
    <message>
      <source>Short change</source>
      <translation>短期變動</translation>
    </message>
    <message>
      <source>Short position</source>
      <translation>短倉</translation>
    </message>
    <message>
      <source>Shortest</source>
      <translation>最短</translation>
    </message>
    <message>
      <source>Shortest interval</source>
      <translation>最短週期</translation>
    </message>
    <message>
      <source>Shoulder</source>
      <translation>肩</translation>
    </message>
    <message>
      <source>Show AKShare's history</source>
      <translation>顯示 AKShare 的歷史</translation>
    </message>
    <message>
      <source>Show Pearson's R</source>
      <translation>顯示皮爾遜 R</translation>
    </message>
    <message>
      <source>Show a&amp;ll panes</source>
      <translation>顯示所有窗格(&amp;L)</translation>
    </message>
    <message>
      <source>Show all drawings</source>
      <translation>顯示所有繪圖</translation>
    </message>
    <message>
      <source>Show and hide layers on this chart</source>
      <translation>在此圖表顯示或隱藏圖層</translation>
    </message>
    <message>
      <source>Show angles</source>
      <translation>顯示角度</translation>
    </message>
    <message>
      <source>Show another instrument; typing letters over the chart does the same</source>
      <translation>顯示另一產品；在圖表上輸入字母亦可</translation>
    </message>
    <message>
      <source>Show change, bars and angle</source>
      <translation>顯示變動、K線數及角度</translation>
    </message>
    <message>
      <source>Show details</source>
      <translation>顯示詳情</translation>
    </message>
    <message>
      <source>Show dividends and splits</source>
      <translation>顯示股息及拆股</translation>
    </message>
    <message>
      <source>Show every bar again</source>
      <translation>再次顯示所有K線</translation>
    </message>
    <message>
      <source>Show how far the last close is</source>
      <translation>顯示最近收市價的距離</translation>
    </message>
    <message>
      <source>Show labels</source>
      <translation>顯示標籤</translation>
    </message>
    <message>
      <source>Show layer {layer}</source>
      <translation>顯示圖層 {layer}</translation>
    </message>
    <message>
      <source>Show levels</source>
      <translation>顯示水平</translation>
    </message>
    <message>
      <source>Show or hide this panel</source>
      <translation>顯示或隱藏此面板</translation>
    </message>
    <message>
      <source>Show prices</source>
      <translation>顯示價格</translation>
    </message>
    <message>
      <source>Show ratios</source>
      <translation>顯示比率</translation>
    </message>
    <message>
      <source>Show simulated prices; nothing is fetched any more</source>
      <translation>顯示模擬價格，不再索取任何數據</translation>
    </message>
    <message>
      <source>Show the change in percent</source>
      <translation>以百分比顯示變動</translation>
    </message>
    <message>
      <source>Show the chart as it was at the bar under the crosshair, or at the middle of the view</source>
      <translation>顯示圖表在十字線（或畫面中央）那根K線當時的樣子</translation>
    </message>
    <message>
      <source>Show the chart without its drawings</source>
      <translation>顯示不含繪圖的圖表</translation>
    </message>
    <message>
      <source>Show the fund {code}</source>
      <translation>顯示基金 {code}</translation>
    </message>
    <message>
      <source>Show the latest bars, finer or coarser ones where these do not suit</source>
      <translation>顯示最新K線，不合適時改用較短或較長週期</translation>
    </message>
    <message>
      <source>Show the middle</source>
      <translation>顯示中線</translation>
    </message>
    <message>
      <source>Show the move</source>
      <translation>顯示走勢</translation>
    </message>
    <message>
      <source>Show the name</source>
      <translation>顯示名稱</translation>
    </message>
    <message>
      <source>Show the name and date</source>
      <translation>顯示名稱及日期</translation>
    </message>
    <message>
      <source>Show the name and price</source>
      <translation>顯示名稱及價格</translation>
    </message>
    <message>
      <source>Show the next bar</source>
      <translation>顯示下一根K線</translation>
    </message>
    <message>
      <source>Show the numbers</source>
      <translation>顯示數字</translation>
    </message>
    <message>
      <source>Show the price and date</source>
      <translation>顯示價格及日期</translation>
    </message>
    <message>
      <source>Show the prices</source>
      <translation>顯示價格</translation>
    </message>
    <message>
      <source>Show the prices of the ends</source>
      <translation>顯示兩端價格</translation>
    </message>
    <message>
      <source>Show the target</source>
      <translation>顯示目標</translation>
    </message>
    <message>
      <source>Show the volume</source>
      <translation>顯示成交量</translation>
    </message>
    <message>
      <source>Show what became of it</source>
      <translation>顯示結果</translation>
    </message>
    <message>
      <source>Show where dividends were paid and shares were split</source>
      <translation>顯示派息及拆股的時間</translation>
    </message>
    <message>
      <source>Show {drawing}</source>
      <translation>顯示 {drawing}</translation>
    </message>
    <message>
      <source>Show {indicator}</source>
      <translation>顯示 {indicator}</translation>
    </message>
    <message>
      <source>Show {level}</source>
      <translation>顯示{level}</translation>
    </message>
    <message>
      <source>Show {plot}</source>
      <translation>顯示 {plot}</translation>
    </message>
    <message>
      <source>Show {symbol}</source>
      <translation>顯示 {symbol}</translation>
    </message>
    <message>
      <source>Shown up to {moment}</source>
      <translation>顯示至 {moment}</translation>
    </message>
    <message>
      <source>Si&amp;zes of bricks and boxes…</source>
      <translation>磚及格的大小(&amp;Z)…</translation>
    </message>
    <message>
      <source>Side</source>
      <translation>側邊</translation>
    </message>
    <message>
      <source>Side of the line</source>
      <translation>在線的哪一邊</translation>
    </message>
    <message>
      <source>Sign</source>
      <translation>符號</translation>
    </message>
    <message>
      <source>Signal</source>
      <translation>訊號</translation>
    </message>
    <message>
      <source>Signal average</source>
      <translation>訊號平均</translation>
    </message>
    <message>
      <source>Simple Moving Average</source>
      <translation>簡單移動平均</translation>
    </message>
    <message>
      <source>Simulate live &amp;trading</source>
      <translation>模擬實時交易(&amp;T)</translation>
    </message>
    <message>
      <source>Simulated</source>
      <translation>模擬</translation>
    </message>
    <message>
      <source>Simulated prices</source>
      <translation>模擬價格</translation>
    </message>
    <message>
      <source>Simulated trading</source>
      <translation>模擬交易</translation>
    </message>
    <message>
      <source>Simulated, as of {time}</source>
      <translation>模擬，截至 {time}</translation>
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
      <translation>磚及格的大小</translation>
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
      <translation>實線</translation>
    </message>
    <message>
      <source>Some of the bars kept of {symbol} were damaged and have been dropped. Refresh to have them again.</source>
      <translation>{symbol} 的部分儲存K線已損壞並已捨棄，請更新以重新取得。</translation>
    </message>
    <message>
      <source>Some of what {path} holds cannot be read and is left out. It was kept as it was as {file}.</source>
      <translation>{path} 有部分內容無法讀取，已略過；原檔保留為 {file}。</translation>
    </message>
    <message>
      <source>Some rows were left out: {kinds}.</source>
      <translation>略去了部分資料列：{kinds}。</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>發生錯誤</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>來源</translation>
    </message>
    <message>
      <source>Source of the bars</source>
      <translation>K線來源</translation>
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
      <translation>紡錘線</translation>
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
      <translation>差價</translation>
    </message>
    <message>
      <source>Spread to Another Instrument</source>
      <translation>與另一產品的差價</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>方形</translation>
    </message>
    <message>
      <source>Squeeze</source>
      <translation>擠壓</translation>
    </message>
    <message>
      <source>Squeeze Momentum</source>
      <translation>擠壓動量</translation>
    </message>
    <message>
      <source>Stalled Pattern</source>
      <translation>停頓形態</translation>
    </message>
    <message>
      <source>Standard Deviation</source>
      <translation>標準差</translation>
    </message>
    <message>
      <source>Standard deviations</source>
      <translation>標準差</translation>
    </message>
    <message>
      <source>Standard look</source>
      <translation>標準外觀</translation>
    </message>
    <message>
      <source>Standard settings</source>
      <translation>標準設定</translation>
    </message>
    <message>
      <source>Standard settings of {indicator}</source>
      <translation>{indicator} 的標準設定</translation>
    </message>
    <message>
      <source>Star</source>
      <translation>星形</translation>
    </message>
    <message>
      <source>Starts anew each</source>
      <translation>重新開始於每個</translation>
    </message>
    <message>
      <source>State</source>
      <translation>狀態</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>統計</translation>
    </message>
    <message>
      <source>Statistics of the visible range</source>
      <translation>可見範圍統計</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>狀態</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步長</translation>
    </message>
    <message>
      <source>Step &amp;back</source>
      <translation>後退一步(&amp;B)</translation>
    </message>
    <message>
      <source>Step &amp;forward</source>
      <translation>前進一步(&amp;F)</translation>
    </message>
    <message>
      <source>Step line</source>
      <translation>階梯線</translation>
    </message>
    <message>
      <source>Stick Sandwich</source>
      <translation>條形三明治</translation>
    </message>
    <message>
      <source>Stochastic</source>
      <translation>隨機指標</translation>
    </message>
    <message>
      <source>Stochastic Fast</source>
      <translation>快速隨機指標</translation>
    </message>
    <message>
      <source>Stochastic Momentum Index</source>
      <translation>隨機動量指數</translation>
    </message>
    <message>
      <source>Stochastic RSI</source>
      <translation>隨機 RSI</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>止蝕</translation>
    </message>
    <message>
      <source>Stopped: {amount}</source>
      <translation>已止蝕：{amount}</translation>
    </message>
    <message>
      <source>Stops some average true ranges below the highest high and above the lowest low of the period.</source>
      <translation>距離週期最高價之下及最低價之上若干倍平均真實波幅的止蝕位。</translation>
    </message>
    <message>
      <source>Strength</source>
      <translation>強弱</translation>
    </message>
    <message>
      <source>Stretch a scale</source>
      <translation>伸縮刻度</translation>
    </message>
    <message>
      <source>Style</source>
      <translation>樣式</translation>
    </message>
    <message>
      <source>Subminuette</source>
      <translation>次微級</translation>
    </message>
    <message>
      <source>Such as 5, 1h, 1D, 1W or 1M</source>
      <translation>例如 5、1h、1D、1W 或 1M</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>建議</translation>
    </message>
    <message>
      <source>Sum</source>
      <translation>總和</translation>
    </message>
    <message>
      <source>SuperTrend</source>
      <translation>超級趨勢</translation>
    </message>
    <message>
      <source>Support</source>
      <translation>支持</translation>
    </message>
    <message>
      <source>Switch between the dark and the light theme</source>
      <translation>在深色與淺色主題之間切換</translation>
    </message>
    <message>
      <source>Symbol or name</source>
      <translation>代號或名稱</translation>
    </message>
    <message>
      <source>Symbol: {name}</source>
      <translation>代號：{name}</translation>
    </message>
    <message>
      <source>T3 Moving Average (Tillson)</source>
      <translation>T3 移動平均（蒂爾森）</translation>
    </message>
    <message>
      <source>TRIX</source>
      <translation>三重指數平滑平均</translation>
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
      <translation>從此圖表移除所有其他產品</translation>
    </message>
    <message>
      <source>Take the last bar away</source>
      <translation>移去最後一根K線</translation>
    </message>
    <message>
      <source>Take the last step back</source>
      <translation>復原上一步</translation>
    </message>
    <message>
      <source>Take the pane off with its indicators</source>
      <translation>移除窗格及其指標</translation>
    </message>
    <message>
      <source>Take the selected indicator off the chart; Del does the same</source>
      <translation>從圖表移除所選指標；Del 亦可</translation>
    </message>
    <message>
      <source>Takuri</source>
      <translation>探水竿</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目標</translation>
    </message>
    <message>
      <source>Target reached: {amount}</source>
      <translation>已達目標：{amount}</translation>
    </message>
    <message>
      <source>Tasuki Gap</source>
      <translation>跳空並列陰陽線</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>範本</translation>
    </message>
    <message>
      <source>Ten bars back or on</source>
      <translation>後退或前進十根K線</translation>
    </message>
    <message>
      <source>Test connection</source>
      <translation>測試連線</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>Text colour</source>
      <translation>文字顏色</translation>
    </message>
    <message>
      <source>Text encoding</source>
      <translation>文字編碼</translation>
    </message>
    <message>
      <source>Text of the drawing</source>
      <translation>繪圖文字</translation>
    </message>
    <message>
      <source>The MACD with Appel's original smoothing factors of 0.15 and 0.075.</source>
      <translation>採用阿佩爾原有平滑因子 0.15 及 0.075 的 MACD。</translation>
    </message>
    <message>
      <source>The MACD with a dot wherever its line crosses zero: upwards and downwards in the bars' colours.</source>
      <translation>MACD，並在其線穿越零線處加點：向上及向下分別用升跌顏色。</translation>
    </message>
    <message>
      <source>The MACD with the kinds of moving average you choose.</source>
      <translation>採用你所選移動平均種類的 MACD。</translation>
    </message>
    <message>
      <source>The angle of that line in degrees, a bar being as wide as one unit of price is high.</source>
      <translation>該線的角度（度），以一根K線的闊度等於一單位價格的高度計。</translation>
    </message>
    <message>
      <source>The answer could not be understood. The log has the details.</source>
      <translation>無法理解答覆，詳情見記錄。</translation>
    </message>
    <message>
      <source>The answer for {symbol} could not be understood. Try again later; the log has the details.</source>
      <translation>無法理解 {symbol} 的答覆。請稍後再試；詳情見記錄。</translation>
    </message>
    <message>
      <source>The answer for {symbol} is of another scale than the stored bars. Nothing of it was kept; try again later.</source>
      <translation>{symbol} 的答覆與已存K線尺度不同，沒有保留任何內容；請稍後再試。</translation>
    </message>
    <message>
      <source>The answer for {symbol} lacks the adjusted closes that are stored. Nothing of it was kept; try again later.</source>
      <translation>{symbol} 的答覆欠缺已儲存的調整後收市價，沒有保留任何內容；請稍後再試。</translation>
    </message>
    <message>
      <source>The average price paid since a bar of your choice, and how far prices strayed from it.</source>
      <translation>自你所選K線起的平均成交價，以及價格偏離的程度。</translation>
    </message>
    <message>
      <source>The average price paid since the session, week, month or year began, and how far prices strayed from it.</source>
      <translation>自時段、週、月或年初起的平均成交價，以及價格偏離的程度。</translation>
    </message>
    <message>
      <source>The average true range in per cent of the close.</source>
      <translation>平均真實波幅佔收市價的百分比。</translation>
    </message>
    <message>
      <source>The awesome oscillator less its simple average.</source>
      <translation>動量震盪指標減其簡單平均。</translation>
    </message>
    <message>
      <source>The bar's change over its range: 1 from low to high, -1 from high to low.</source>
      <translation>K線變動佔波幅的比例：由低至高為 1，由高至低為 -1。</translation>
    </message>
    <message>
      <source>The bars could not be exported to {path}: {reason}.</source>
      <translation>無法將K線匯出至 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The bars in Yahoo Finance's answer for {symbol} do not fit the price it gives. Nothing of it was kept.</source>
      <translation>Yahoo Finance 對 {symbol} 的答覆中，K線與其報價不符，沒有保留任何內容。</translation>
    </message>
    <message>
      <source>The bars of the second instrument are being loaded.</source>
      <translation>正載入第二個產品的K線。</translation>
    </message>
    <message>
      <source>The beginning of the straight line that fits the last prices best.</source>
      <translation>最貼合最近價格的直線的起點。</translation>
    </message>
    <message>
      <source>The cache of bars cannot be used ({reason}): “{path}”.</source>
      <translation>無法使用K線快取（{reason}）：「{path}」。</translation>
    </message>
    <message>
      <source>The cache of bars is damaged, and so is its replacement: check the disk of “{path}”.</source>
      <translation>K線快取已損壞，其替代檔亦然：請檢查「{path}」所在的磁碟。</translation>
    </message>
    <message>
      <source>The cache of bars was damaged. It was set aside as “{name}”, and what is missing now will be fetched again.</source>
      <translation>K線快取已損壞，已另存為「{name}」；現欠缺的將重新索取。</translation>
    </message>
    <message>
      <source>The change from the price some bars before, as a fraction of it.</source>
      <translation>較若干K線前價格的變動，以分數表示。</translation>
    </message>
    <message>
      <source>The change from the price some bars before, in per cent.</source>
      <translation>較若干K線前價格的變動，以百分比表示。</translation>
    </message>
    <message>
      <source>The change of a triple exponential average from one bar to the next, in per cent.</source>
      <translation>三重指數平均每根K線的變動，以百分比表示。</translation>
    </message>
    <message>
      <source>The change over the period over the way the price went in it: 1 for a straight line.</source>
      <translation>週期的變動除以價格走過的路程：直線為 1。</translation>
    </message>
    <message>
      <source>The chart shows {symbol} already.</source>
      <translation>圖表已在顯示 {symbol}。</translation>
    </message>
    <message>
      <source>The chart was copied as a picture.</source>
      <translation>圖表已複製為圖片。</translation>
    </message>
    <message>
      <source>The chart's</source>
      <translation>圖表的</translation>
    </message>
    <message>
      <source>The chart's bars cannot be joined to this indicator's. Choose a longer interval for the indicator.</source>
      <translation>圖表的K線無法合併為此指標的K線，請為指標選擇較長的週期。</translation>
    </message>
    <message>
      <source>The clipboard holds no drawings.</source>
      <translation>剪貼簿沒有繪圖。</translation>
    </message>
    <message>
      <source>The closes, coloured above and below the middle of the scale</source>
      <translation>收市價，高於及低於刻度中點分別著色</translation>
    </message>
    <message>
      <source>The closes, each held until the next</source>
      <translation>收市價，保持至下一個</translation>
    </message>
    <message>
      <source>The closes, filled to the foot of the pane</source>
      <translation>收市價，填色至窗格底部</translation>
    </message>
    <message>
      <source>The closes, joined</source>
      <translation>收市價，以線連接</translation>
    </message>
    <message>
      <source>The connection for live prices broke off. It is made again.</source>
      <translation>實時價格的連線中斷，正重新連線。</translation>
    </message>
    <message>
      <source>The connection for live prices broke off. They are asked for instead.</source>
      <translation>實時價格的連線中斷，改為定時查詢。</translation>
    </message>
    <message>
      <source>The connection for live prices could not be made. They are asked for instead.</source>
      <translation>無法建立實時價格的連線，改為定時查詢。</translation>
    </message>
    <message>
      <source>The connection for live prices is not trusted: its certificate is not known here. If your network looks into connections, name its CA bundle in the settings.</source>
      <translation>實時價格的連線不受信任：此處不認識其憑證。如你的網絡會檢查連線，請在設定中指定其 CA 憑證。</translation>
    </message>
    <message>
      <source>The connection to Yahoo Finance could not be made, or broke off. Check the network, or try again later.</source>
      <translation>無法連接 Yahoo Finance，或連線中斷。請檢查網絡，或稍後再試。</translation>
    </message>
    <message>
      <source>The connection to Yahoo Finance is not trusted: its certificate is not known here. If your network looks into connections, name its CA bundle in the settings.</source>
      <translation>與 Yahoo Finance 的連線不受信任：此處不認識其憑證。如你的網絡會檢查連線，請在設定中指定其 CA 憑證。</translation>
    </message>
    <message>
      <source>The copy could not be saved</source>
      <translation>無法儲存副本</translation>
    </message>
    <message>
      <source>The demonstration</source>
      <translation>示範市場</translation>
    </message>
    <message>
      <source>The demonstration has no bars of {interval}. Choose 1m or 1d.</source>
      <translation>示範市場沒有 {interval} 的K線，請選擇 1m 或 1d。</translation>
    </message>
    <message>
      <source>The demonstration has no “{symbol}”. Choose one of {names}, or switch to live data.</source>
      <translation>示範市場沒有「{symbol}」。請選擇 {names} 之一，或轉用實時數據。</translation>
    </message>
    <message>
      <source>The demonstration shows its own bars again.</source>
      <translation>示範市場再次顯示其原有K線。</translation>
    </message>
    <message>
      <source>The difference of the two directional indicators in per cent of their sum.</source>
      <translation>兩個趨向指標之差佔其和的百分比。</translation>
    </message>
    <message>
      <source>The doubly smoothed change over the doubly smoothed size of the change, in per cent.</source>
      <translation>雙重平滑變動除以雙重平滑變動幅度，以百分比表示。</translation>
    </message>
    <message>
      <source>The drawing as it was when this form opened</source>
      <translation>表單開啟時的繪圖</translation>
    </message>
    <message>
      <source>The end of the straight line that fits the last prices best.</source>
      <translation>最貼合最近價格的直線的終點。</translation>
    </message>
    <message>
      <source>The exponential average of change times volume.</source>
      <translation>變動乘成交量的指數平均。</translation>
    </message>
    <message>
      <source>The export was stopped.</source>
      <translation>匯出已停止。</translation>
    </message>
    <message>
      <source>The file</source>
      <translation>檔案</translation>
    </message>
    <message>
      <source>The file has bars of {interval}, none of {wanted}. Choose {interval} or longer.</source>
      <translation>檔案有 {interval} 的K線，沒有 {wanted} 的。請選擇 {interval} 或更長。</translation>
    </message>
    <message>
      <source>The file of certificates to trust cannot be read. Choose another one in the settings, or correct REQUESTS_CA_BUNDLE.</source>
      <translation>無法讀取要信任的憑證檔案。請在設定中另選，或更正 REQUESTS_CA_BUNDLE。</translation>
    </message>
    <message>
      <source>The file of the workspace “{name}” is damaged. It was kept as {file}.</source>
      <translation>工作區「{name}」的檔案已損壞，已保留為 {file}。</translation>
    </message>
    <message>
      <source>The first argument must be the bars, without a default.</source>
      <translation>第一個參數必須是K線，且不設預設值。</translation>
    </message>
    <message>
      <source>The first bar in view counts as 100</source>
      <translation>畫面首根K線計為 100</translation>
    </message>
    <message>
      <source>The first bar is of {date}: there are none before it.</source>
      <translation>最早的K線是 {date}，之前沒有K線。</translation>
    </message>
    <message>
      <source>The folder of your indicators is being read.</source>
      <translation>正在讀取你的指標資料夾。</translation>
    </message>
    <message>
      <source>The folder with workspaces, settings, cache and log</source>
      <translation>存放工作區、設定、快取及記錄的資料夾</translation>
    </message>
    <message>
      <source>The highest and the lowest price since the session, week, month or year began.</source>
      <translation>自時段、週、月或年初起的最高價及最低價。</translation>
    </message>
    <message>
      <source>The highest high and the lowest low of the period, and the middle between them.</source>
      <translation>週期的最高價、最低價及其中點。</translation>
    </message>
    <message>
      <source>The highest value of the source over the period.</source>
      <translation>來源在週期內的最高值。</translation>
    </message>
    <message>
      <source>The indicator that this one takes its values from has no such output. Choose another source.</source>
      <translation>此指標所取值的指標沒有該輸出，請選擇其他來源。</translation>
    </message>
    <message>
      <source>The indicator that this one takes its values from is no longer on the chart. Choose another source.</source>
      <translation>此指標所取值的指標已不在圖表上，請選擇其他來源。</translation>
    </message>
    <message>
      <source>The indicator was not written</source>
      <translation>指標未能寫入</translation>
    </message>
    <message>
      <source>The indicator {path} cannot be written: {reason}.</source>
      <translation>無法寫入指標 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The last bar is of {date}: there are none after it.</source>
      <translation>最新的K線是 {date}，之後沒有K線。</translation>
    </message>
    <message>
      <source>The last changes to “{name}” could not be saved, so it stays open. Make room on the disk or make its folder writable, then go to the other workspace.</source>
      <translation>「{name}」的最後變更無法儲存，因此保持開啟。請騰出磁碟空間或將其資料夾設為可寫入，然後再轉到另一工作區。</translation>
    </message>
    <message>
      <source>The last changes to “{name}” could not be saved.</source>
      <translation>「{name}」的最後變更無法儲存。</translation>
    </message>
    <message>
      <source>The latest bars, with scales that follow them</source>
      <translation>最新K線，刻度自動跟隨</translation>
    </message>
    <message>
      <source>The length of the dominant cycle, in bars.</source>
      <translation>主導週期的長度，以K線計。</translation>
    </message>
    <message>
      <source>The lines of “{name}” are closer than a minute. Sum them up to bars of a minute or longer.</source>
      <translation>「{name}」的資料列相距不足一分鐘，請先合併為一分鐘或以上的K線。</translation>
    </message>
    <message>
      <source>The lowest and the highest value of the source over the period.</source>
      <translation>來源在週期內的最低及最高值。</translation>
    </message>
    <message>
      <source>The lowest value of the source over the period.</source>
      <translation>來源在週期內的最低值。</translation>
    </message>
    <message>
      <source>The mean distance between a bar's high and its low.</source>
      <translation>K線高低價的平均距離。</translation>
    </message>
    <message>
      <source>The mean distance of the last prices from their mean.</source>
      <translation>最近價格與其平均的平均距離。</translation>
    </message>
    <message>
      <source>The mean of close less open.</source>
      <translation>收市價減開市價的平均。</translation>
    </message>
    <message>
      <source>The mean of high, low and close.</source>
      <translation>高、低、收的平均。</translation>
    </message>
    <message>
      <source>The mean of high, low and twice the close.</source>
      <translation>高、低及兩倍收市價的平均。</translation>
    </message>
    <message>
      <source>The mean of open, high, low and close.</source>
      <translation>開、高、低、收的平均。</translation>
    </message>
    <message>
      <source>The mean of the ADX and the ADX one period before.</source>
      <translation>ADX 與一個週期前 ADX 的平均。</translation>
    </message>
    <message>
      <source>The mean of the last prices by the method you choose.</source>
      <translation>以所選方法計算最近價格的平均。</translation>
    </message>
    <message>
      <source>The mean of the last prices, each weighted by the volume of its bar.</source>
      <translation>最近價格的平均，以各K線成交量加權。</translation>
    </message>
    <message>
      <source>The mean of the last prices.</source>
      <translation>最近價格的平均。</translation>
    </message>
    <message>
      <source>The middle between high and low.</source>
      <translation>高低價的中點。</translation>
    </message>
    <message>
      <source>The newest prices are asked for, about once a minute.</source>
      <translation>最新價格大約每分鐘查詢一次。</translation>
    </message>
    <message>
      <source>The pane's</source>
      <translation>窗格的</translation>
    </message>
    <message>
      <source>The picture could not be saved as {path}: {reason}.</source>
      <translation>無法將圖片儲存為 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The picture is saved as {file}.</source>
      <translation>圖片已儲存為 {file}。</translation>
    </message>
    <message>
      <source>The picture {path} cannot be written: there is no such folder.</source>
      <translation>無法寫入圖片 {path}：沒有該資料夾。</translation>
    </message>
    <message>
      <source>The picture {path} cannot be written: {reason}.</source>
      <translation>無法寫入圖片 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The picture {path} could not be made. Choose a smaller size or another format.</source>
      <translation>無法製作圖片 {path}。請選擇較小尺寸或其他格式。</translation>
    </message>
    <message>
      <source>The place of the RSI in its own range of the period, and its average.</source>
      <translation>RSI 在其週期範圍中的位置，及其平均。</translation>
    </message>
    <message>
      <source>The place of the close in the range of the period, and its average.</source>
      <translation>收市價在週期波幅中的位置，及其平均。</translation>
    </message>
    <message>
      <source>The plot “{plot}” has {values} values for {bars} bars. Give it one for each bar.</source>
      <translation>圖線「{plot}」有 {values} 個數值，但有 {bars} 根K線。請為每根K線提供一個數值。</translation>
    </message>
    <message>
      <source>The plot “{plot}” is no array of numbers.</source>
      <translation>圖線「{plot}」不是數字陣列。</translation>
    </message>
    <message>
      <source>The plot “{plot}” must be one column of numbers; it has {count} dimensions.</source>
      <translation>圖線「{plot}」必須是一列數字，但它有 {count} 個維度。</translation>
    </message>
    <message>
      <source>The price below which the given share of the last prices lies (nearest rank).</source>
      <translation>最近價格中有指定比例低於此價格（最近排名法）。</translation>
    </message>
    <message>
      <source>The price less the price some bars before.</source>
      <translation>價格減若干K線前的價格。</translation>
    </message>
    <message>
      <source>The price less what a straight line through the prices before forecast, in per cent.</source>
      <translation>價格減之前價格的直線預測值，以百分比表示。</translation>
    </message>
    <message>
      <source>The price over the price some bars before, times 100.</source>
      <translation>價格除以若干K線前的價格，乘 100。</translation>
    </message>
    <message>
      <source>The price over the price some bars before.</source>
      <translation>價格除以若干K線前的價格。</translation>
    </message>
    <message>
      <source>The proxy cannot be reached. Check it in the settings, or HTTPS_PROXY; or try again later.</source>
      <translation>無法連接代理伺服器。請在設定或 HTTPS_PROXY 檢查，或稍後再試。</translation>
    </message>
    <message>
      <source>The proxy does not let connections to Yahoo Finance through. Check the proxy in the settings.</source>
      <translation>代理伺服器不容許連接 Yahoo Finance，請在設定中檢查代理伺服器。</translation>
    </message>
    <message>
      <source>The proxy does not let live prices through. They are asked for instead.</source>
      <translation>代理伺服器不容許實時價格，改為定時查詢。</translation>
    </message>
    <message>
      <source>The range of each bar alone</source>
      <translation>每根K線各自的波幅</translation>
    </message>
    <message>
      <source>The range of the period over the way the price went in it: high in trends, low between them.</source>
      <translation>週期波幅除以價格走過的路程：趨勢中高，趨勢之間低。</translation>
    </message>
    <message>
      <source>The replay has come to {date}. Step on, or leave it, to see later bars.</source>
      <translation>重播已到 {date}，請前進或離開重播，以顯示之後的K線。</translation>
    </message>
    <message>
      <source>The scale follows the bars in view; off keeps it as it is</source>
      <translation>刻度跟隨畫面中的K線；關閉則保持不變</translation>
    </message>
    <message>
      <source>The selected drawings cannot be moved or removed while locked</source>
      <translation>鎖定後所選繪圖不能移動或刪除</translation>
    </message>
    <message>
      <source>The settings file was damaged. It was kept as {file}, and the standard settings are used.</source>
      <translation>設定檔已損壞，已保留為 {file}，現採用標準設定。</translation>
    </message>
    <message>
      <source>The settings in {path} cannot be read ({reason}) and are left as they are. The standard ones are used, and changes last only until Lionrock ends.</source>
      <translation>無法讀取 {path} 的設定（{reason}），該檔保持原狀；現採用標準設定，更改只保留至 Lionrock 結束為止。</translation>
    </message>
    <message>
      <source>The share of downward movement in the true range, in per cent.</source>
      <translation>下跌變動佔真實波幅的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The share of money that flowed on rises of the typical price, in per cent.</source>
      <translation>典型價格上升時流入資金的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The share of rising bodies in all bodies of the period, in per cent.</source>
      <translation>週期內上升燭身佔所有燭身的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The share of the prices before that lie below this one, in per cent.</source>
      <translation>之前價格中低於此價格的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The share of upward movement in the true range, in per cent.</source>
      <translation>上升變動佔真實波幅的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>The sine of the cycle's phase and the same 45 degrees ahead; they cross before turns.</source>
      <translation>週期相位的正弦及領先 45 度的正弦；兩者在轉向前交叉。</translation>
    </message>
    <message>
      <source>The source of live prices did not answer as one. They are asked for instead.</source>
      <translation>實時價格來源沒有正確回應，改為定時查詢。</translation>
    </message>
    <message>
      <source>The source of live prices did not answer in time. They are asked for instead.</source>
      <translation>實時價格來源未有及時回應，改為定時查詢。</translation>
    </message>
    <message>
      <source>The source of live prices fell silent. It is called again.</source>
      <translation>實時價格來源沒有聲息，正再次連接。</translation>
    </message>
    <message>
      <source>The source of live prices sends what cannot be read. They are asked for instead.</source>
      <translation>實時價格來源傳來無法讀取的內容，改為定時查詢。</translation>
    </message>
    <message>
      <source>The sources of AKShare could not be reached. Check the connection, or try again later.</source>
      <translation>無法連接 AKShare 的來源。請檢查連線，或稍後再試。</translation>
    </message>
    <message>
      <source>The standard deviation of the last prices (of the population).</source>
      <translation>最近價格的標準差（母體）。</translation>
    </message>
    <message>
      <source>The stochastic as China's terminals show it, with Wilder's smoothing and J = 3K - 2D.</source>
      <translation>內地軟件所用的隨機指標，採用威爾德平滑，J = 3K - 2D。</translation>
    </message>
    <message>
      <source>The straight line that fits the last prices best, continued by one bar.</source>
      <translation>最貼合最近價格的直線，延伸一根K線。</translation>
    </message>
    <message>
      <source>The sum of all volume, each weighted by the bar's relative change.</source>
      <translation>全部成交量之和，以K線相對變動加權。</translation>
    </message>
    <message>
      <source>The sum of all volume, each weighted by where in its range the bar closed: 1 at the high, -1 at the low.</source>
      <translation>全部成交量之和，以收市價在波幅中的位置加權：最高為 1，最低為 -1。</translation>
    </message>
    <message>
      <source>The sum of closes above the true low on rises less that of closes below the true high on falls.</source>
      <translation>升時收市價高於真實低位之和，減跌時收市價低於真實高位之和。</translation>
    </message>
    <message>
      <source>The sum of the last values of the source.</source>
      <translation>來源最近數值之和。</translation>
    </message>
    <message>
      <source>The tool stays in the hand after a drawing is finished</source>
      <translation>完成繪圖後工具留在手上</translation>
    </message>
    <message>
      <source>The two components of the dominant cycle, a quarter of a cycle apart.</source>
      <translation>主導週期的兩個分量，相差四分之一個週期。</translation>
    </message>
    <message>
      <source>The variance of the last prices (of the population).</source>
      <translation>最近價格的方差（母體）。</translation>
    </message>
    <message>
      <source>The version of “{name}” saved just before is shown.</source>
      <translation>現顯示「{name}」之前一次儲存的版本。</translation>
    </message>
    <message>
      <source>The volume of all rising bars less that of all falling ones.</source>
      <translation>所有上升K線成交量減所有下跌K線成交量。</translation>
    </message>
    <message>
      <source>The watchlist is empty</source>
      <translation>自選股是空的</translation>
    </message>
    <message>
      <source>The watchlist is empty.
Type a code or a name above to add one.</source>
      <translation>自選股是空的。
請在上方輸入編號或名稱加入。</translation>
    </message>
    <message>
      <source>The workspace has a value that cannot be read: {error}.</source>
      <translation>工作區有無法讀取的值：{error}。</translation>
    </message>
    <message>
      <source>The workspace {path} cannot be read: {reason}.</source>
      <translation>無法讀取工作區 {path}：{reason}。</translation>
    </message>
    <message>
      <source>The workspace “{name}” cannot be kept: {reason}.</source>
      <translation>無法保存工作區「{name}」：{reason}。</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主題</translation>
    </message>
    <message>
      <source>There are no bars of {item} for this interval. Choose another one.</source>
      <translation>{item} 沒有此週期的K線，請選擇其他週期。</translation>
    </message>
    <message>
      <source>There are no bars of {symbol} between --from and --to: they reach from {begin:%Y-%m-%d} to {end:%Y-%m-%d}.</source>
      <translation>{symbol} 在 --from 與 --to 之間沒有K線：現有 {begin:%Y-%m-%d} 至 {end:%Y-%m-%d}。</translation>
    </message>
    <message>
      <source>There are no bars of {symbol} for this interval. Choose another one.</source>
      <translation>{symbol} 沒有此週期的K線，請選擇其他週期。</translation>
    </message>
    <message>
      <source>There are no bars to go to yet.</source>
      <translation>尚未有K線可前往。</translation>
    </message>
    <message>
      <source>There are no bars to measure yet.</source>
      <translation>尚未有K線可量度。</translation>
    </message>
    <message>
      <source>There are no bars yet.</source>
      <translation>暫時沒有K線。</translation>
    </message>
    <message>
      <source>There is a file {file} already. Replace it?</source>
      <translation>檔案 {file} 已經存在，要取代它嗎？</translation>
    </message>
    <message>
      <source>There is a workspace of this name already. Choose another name.</source>
      <translation>已有同名工作區，請選擇其他名稱。</translation>
    </message>
    <message>
      <source>There is a workspace “{name}” already. Choose another name.</source>
      <translation>已有工作區「{name}」，請選擇其他名稱。</translation>
    </message>
    <message>
      <source>There is already an indicator {path}. Choose another name.</source>
      <translation>已有指標 {path}，請選擇其他名稱。</translation>
    </message>
    <message>
      <source>There is no chart to put drawings on. Show an instrument first.</source>
      <translation>沒有可供繪圖的圖表，請先顯示一個產品。</translation>
    </message>
    <message>
      <source>There is no file {file} in the folder of your indicators. Put it there, or remove this indicator.</source>
      <translation>你的指標資料夾中沒有檔案 {file}。請把它放回去，或移除這個指標。</translation>
    </message>
    <message>
      <source>There is no file {path}. Check the name and the folder.</source>
      <translation>沒有檔案 {path}，請檢查名稱及資料夾。</translation>
    </message>
    <message>
      <source>There is no file “{name}” in “{parent}”. Check the name, or open another file.</source>
      <translation>「{parent}」中沒有檔案「{name}」。請檢查名稱，或開啟其他檔案。</translation>
    </message>
    <message>
      <source>There is no file “{path}”. Choose a file of certificates (.pem, .crt).</source>
      <translation>沒有檔案「{path}」。請選擇憑證檔案（.pem、.crt）。</translation>
    </message>
    <message>
      <source>There is no live data to show.</source>
      <translation>沒有實時數據可顯示。</translation>
    </message>
    <message>
      <source>There is no source of bars called “{source}”. Choose another one for {symbol}.</source>
      <translation>沒有名為「{source}」的K線來源，請為 {symbol} 選擇其他來源。</translation>
    </message>
    <message>
      <source>There is no workspace “{name}” any more.</source>
      <translation>工作區「{name}」已不存在。</translation>
    </message>
    <message>
      <source>These are too many bars to measure at once. Zoom in, or choose a longer interval.</source>
      <translation>K線太多，無法一次量度。請放大，或選擇較長週期。</translation>
    </message>
    <message>
      <source>These prices are simulated for demonstration. No market made them.</source>
      <translation>這些價格是為示範而模擬，並非來自市場。</translation>
    </message>
    <message>
      <source>This JSON file is no Lionrock workspace. Choose a file saved by Lionrock.</source>
      <translation>此 JSON 檔不是 Lionrock 工作區，請選擇由 Lionrock 儲存的檔案。</translation>
    </message>
    <message>
      <source>This could not be computed. The details are in the log.</source>
      <translation>無法計算，詳情見記錄。</translation>
    </message>
    <message>
      <source>This drawing is locked. Unlock it before deleting it.</source>
      <translation>此繪圖已鎖定，請先解鎖再刪除。</translation>
    </message>
    <message>
      <source>This indicator is drawn away from the bars it belongs to and so needs the chart's own interval.</source>
      <translation>此指標畫在所屬K線以外的位置，須採用圖表本身的週期。</translation>
    </message>
    <message>
      <source>This indicator needs a second instrument. Choose one in its settings.</source>
      <translation>此指標需要第二個產品，請在其設定中選擇。</translation>
    </message>
    <message>
      <source>This indicator takes its values from itself, by way of others. Choose another source.</source>
      <translation>此指標間接從自己取值，請選擇其他來源。</translation>
    </message>
    <message>
      <source>This is no Lionrock workspace ({error}). Choose a file saved by Lionrock.</source>
      <translation>這不是 Lionrock 工作區（{error}），請選擇由 Lionrock 儲存的檔案。</translation>
    </message>
    <message>
      <source>This is the fund {code}, which stands in for the {index}: its prices are the fund's, in HK$, not the index's points.</source>
      <translation>這是代替{index}的基金 {code}：價格屬該基金，以港元計，並非指數點數。</translation>
    </message>
    <message>
      <source>This name is too long for a file. Choose a shorter one.</source>
      <translation>此名稱作檔名太長，請選擇較短的名稱。</translation>
    </message>
    <message>
      <source>This replaces what has that name.</source>
      <translation>這會取代同名的一項。</translation>
    </message>
    <message>
      <source>This source has told of no dividends and splits that its prices could be adjusted for.</source>
      <translation>此來源沒有提供可用以調整價格的股息及拆股。</translation>
    </message>
    <message>
      <source>This version of Lionrock has no indicator “{kind}”. Remove it from the chart or update Lionrock.</source>
      <translation>此版本的 Lionrock 沒有指標「{kind}」，請從圖表移除或更新 Lionrock。</translation>
    </message>
    <message>
      <source>This workspace was saved by a newer Lionrock (format {version}; this one reads up to {known}). Update Lionrock to open it.</source>
      <translation>此工作區由較新的 Lionrock 儲存（格式 {version}；此版本最多讀取 {known}），請更新 Lionrock 再開啟。</translation>
    </message>
    <message>
      <source>Three Advancing White Soldiers</source>
      <translation>三白兵</translation>
    </message>
    <message>
      <source>Three Black Crows</source>
      <translation>三隻烏鴉</translation>
    </message>
    <message>
      <source>Three Inside Up/Down</source>
      <translation>三內升／三內降</translation>
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
      <translation>三線打擊</translation>
    </message>
    <message>
      <source>Three-line break</source>
      <translation>三線反轉圖</translation>
    </message>
    <message>
      <source>Thrusting</source>
      <translation>插入線</translation>
    </message>
    <message>
      <source>Tick</source>
      <translation>剔號</translation>
    </message>
    <message>
      <source>Time ({zone})</source>
      <translation>時間（{zone}）</translation>
    </message>
    <message>
      <source>Time Series Forecast</source>
      <translation>時間序列預測</translation>
    </message>
    <message>
      <source>Time of day</source>
      <translation>時刻</translation>
    </message>
    <message>
      <source>Time of the chart: {time}</source>
      <translation>圖表時間：{time}</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>時區</translation>
    </message>
    <message>
      <source>Times</source>
      <translation>時間</translation>
    </message>
    <message>
      <source>Times are those of {zone}.</source>
      <translation>時間屬 {zone}。</translation>
    </message>
    <message>
      <source>Times in &amp;UTC</source>
      <translation>UTC 時間(&amp;U)</translation>
    </message>
    <message>
      <source>Times of the &amp;exchange</source>
      <translation>交易所時間(&amp;E)</translation>
    </message>
    <message>
      <source>Times of the chart: {zone}. Click to choose.</source>
      <translation>圖表時間：{zone}。點按選擇。</translation>
    </message>
    <message>
      <source>Times of this &amp;computer</source>
      <translation>此電腦的時間(&amp;C)</translation>
    </message>
    <message>
      <source>To</source>
      <translation>至</translation>
    </message>
    <message>
      <source>To the &amp;newest bar</source>
      <translation>前往最新K線(&amp;N)</translation>
    </message>
    <message>
      <source>Top</source>
      <translation>頂部</translation>
    </message>
    <message>
      <source>Trades are told as they are made known.</source>
      <translation>成交一公布即顯示。</translation>
    </message>
    <message>
      <source>Trading goes on by itself now, simulated. The same command ends it.</source>
      <translation>模擬交易現正自動進行，再次使用同一指令即可結束。</translation>
    </message>
    <message>
      <source>Trend</source>
      <translation>趨勢</translation>
    </message>
    <message>
      <source>Trend line</source>
      <translation>趨勢線</translation>
    </message>
    <message>
      <source>Trend, support and resistance at a glance: the price above the cloud is strong, below it weak.</source>
      <translation>趨勢、支持及阻力一目了然：價格在雲上為強，雲下為弱。</translation>
    </message>
    <message>
      <source>Triangle</source>
      <translation>三角形</translation>
    </message>
    <message>
      <source>Triangular Moving Average</source>
      <translation>三角移動平均</translation>
    </message>
    <message>
      <source>Triple Exponential Moving Average</source>
      <translation>三重指數移動平均</translation>
    </message>
    <message>
      <source>Tristar</source>
      <translation>三星形態</translation>
    </message>
    <message>
      <source>True Range</source>
      <translation>真實波幅</translation>
    </message>
    <message>
      <source>True Strength Index</source>
      <translation>真實強弱指數</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>再試</translation>
    </message>
    <message>
      <source>Turn</source>
      <translation>轉角</translation>
    </message>
    <message>
      <source>Turn the text with the line</source>
      <translation>文字隨線傾斜</translation>
    </message>
    <message>
      <source>Two Crows</source>
      <translation>兩隻烏鴉</translation>
    </message>
    <message>
      <source>Two plots have the same name.</source>
      <translation>有兩個同名的圖線。</translation>
    </message>
    <message>
      <source>Type a code or a name</source>
      <translation>輸入編號或名稱</translation>
    </message>
    <message>
      <source>Type a command, an indicator or a symbol of the watchlist</source>
      <translation>輸入指令、指標或自選股代號</translation>
    </message>
    <message>
      <source>Type a number</source>
      <translation>輸入數字</translation>
    </message>
    <message>
      <source>Type letters or a code</source>
      <translation>輸入字母或編號</translation>
    </message>
    <message>
      <source>Type the text</source>
      <translation>輸入文字</translation>
    </message>
    <message>
      <source>Typical (H+L+C)/3</source>
      <translation>典型價 (H+L+C)/3</translation>
    </message>
    <message>
      <source>Typical Price</source>
      <translation>典型價格</translation>
    </message>
    <message>
      <source>Ultimate Oscillator</source>
      <translation>終極震盪指標</translation>
    </message>
    <message>
      <source>Undo changes</source>
      <translation>還原變更</translation>
    </message>
    <message>
      <source>Undone: {step}</source>
      <translation>已復原：{step}</translation>
    </message>
    <message>
      <source>Unique Three River</source>
      <translation>奇特三河床</translation>
    </message>
    <message>
      <source>Unlock all drawings</source>
      <translation>解鎖所有繪圖</translation>
    </message>
    <message>
      <source>Unlock {drawing}</source>
      <translation>解鎖 {drawing}</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>未儲存的變更</translation>
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
      <translation>上方倍數</translation>
    </message>
    <message>
      <source>Upper, outer</source>
      <translation>上方（外）</translation>
    </message>
    <message>
      <source>Upside Gap Two Crows</source>
      <translation>向上跳空兩隻烏鴉</translation>
    </message>
    <message>
      <source>Use &amp;live data (Yahoo Finance)</source>
      <translation>使用實時數據（Yahoo Finance）(&amp;L)</translation>
    </message>
    <message>
      <source>Use live data</source>
      <translation>使用實時數據</translation>
    </message>
    <message>
      <source>Use live data (Yahoo Finance)</source>
      <translation>使用實時數據（Yahoo Finance）</translation>
    </message>
    <message>
      <source>Use the &amp;demonstration market</source>
      <translation>使用示範市場(&amp;D)</translation>
    </message>
    <message>
      <source>Use the demonstration</source>
      <translation>使用示範市場</translation>
    </message>
    <message>
      <source>Use the whole screen</source>
      <translation>使用整個螢幕</translation>
    </message>
    <message>
      <source>Value area high</source>
      <translation>價值區高位</translation>
    </message>
    <message>
      <source>Value area in %</source>
      <translation>價值區 %</translation>
    </message>
    <message>
      <source>Value area in percent</source>
      <translation>價值區百分比</translation>
    </message>
    <message>
      <source>Value area low</source>
      <translation>價值區低位</translation>
    </message>
    <message>
      <source>Values of the bar</source>
      <translation>K線數值</translation>
    </message>
    <message>
      <source>Variance</source>
      <translation>方差</translation>
    </message>
    <message>
      <source>Variant</source>
      <translation>變體</translation>
    </message>
    <message>
      <source>Version and licence</source>
      <translation>版本及授權</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>版本 {version}</translation>
    </message>
    <message>
      <source>Vertical Horizontal Filter</source>
      <translation>垂直水平過濾指標</translation>
    </message>
    <message>
      <source>Vertical bar</source>
      <translation>直線</translation>
    </message>
    <message>
      <source>Vertical line</source>
      <translation>垂直線</translation>
    </message>
    <message>
      <source>Vie&amp;w</source>
      <translation>檢視(&amp;W)</translation>
    </message>
    <message>
      <source>View</source>
      <translation>檢視</translation>
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
      <translation>波幅先收窄後擴大：點顯示擠壓，柱顯示隨後的動量。</translation>
    </message>
    <message>
      <source>Volume</source>
      <translation>成交量</translation>
    </message>
    <message>
      <source>Volume Profile, Fixed Range</source>
      <translation>成交量分佈（固定範圍）</translation>
    </message>
    <message>
      <source>Volume Profile, Session</source>
      <translation>成交量分佈（時段）</translation>
    </message>
    <message>
      <source>Volume Profile, Visible Range</source>
      <translation>成交量分佈（可見範圍）</translation>
    </message>
    <message>
      <source>Volume as a multiple of its mean over the bars before.</source>
      <translation>成交量為之前K線平均的倍數。</translation>
    </message>
    <message>
      <source>Volume factor</source>
      <translation>成交量因子</translation>
    </message>
    <message>
      <source>Volume profile</source>
      <translation>成交量分佈</translation>
    </message>
    <message>
      <source>Volume-Weighted Average Price</source>
      <translation>成交量加權平均價</translation>
    </message>
    <message>
      <source>Volume-Weighted Moving Average</source>
      <translation>成交量加權移動平均</translation>
    </message>
    <message>
      <source>Vortex Indicator</source>
      <translation>渦流指標</translation>
    </message>
    <message>
      <source>WMA over the root of the period of (2 WMA of half the period - WMA): smooth, with little delay.</source>
      <translation>以週期平方根計算（2 × 半週期 WMA − WMA）的 WMA：平滑而延遲少。</translation>
    </message>
    <message>
      <source>Watchlist</source>
      <translation>自選股</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>週</translation>
    </message>
    <message>
      <source>Weighted Close Price</source>
      <translation>加權收市價</translation>
    </message>
    <message>
      <source>Weighted Moving Average</source>
      <translation>加權移動平均</translation>
    </message>
    <message>
      <source>What AKShare answered cannot be understood. Try again later; a newer AKShare may help.</source>
      <translation>無法理解 AKShare 的答覆。請稍後再試；較新的 AKShare 或有幫助。</translation>
    </message>
    <message>
      <source>What a holder gained who bought more shares of every dividend</source>
      <translation>每次派息都再買入股份的持有人的收益</translation>
    </message>
    <message>
      <source>What column {number} holds</source>
      <translation>第 {number} 欄的內容</translation>
    </message>
    <message>
      <source>What is the indicator called?</source>
      <translation>指標叫甚麼名稱？</translation>
    </message>
    <message>
      <source>What is this look called?</source>
      <translation>這個外觀叫甚麼名稱？</translation>
    </message>
    <message>
      <source>What is this set of indicators called?</source>
      <translation>這組指標叫甚麼名稱？</translation>
    </message>
    <message>
      <source>What the colours of bars mean</source>
      <translation>K線顏色的意義</translation>
    </message>
    <message>
      <source>What the columns hold</source>
      <translation>各欄的內容</translation>
    </message>
    <message>
      <source>What was left out of answers and files, and why</source>
      <translation>數據及檔案中略去了甚麼及原因</translation>
    </message>
    <message>
      <source>What was left out of answers and files, or put right. Times are UTC; newest last.</source>
      <translation>數據及檔案中略去或修正的內容。時間為 UTC，最新在後。</translation>
    </message>
    <message>
      <source>Wheel</source>
      <translation>滾輪</translation>
    </message>
    <message>
      <source>Where in the dominant cycle the price stands, in degrees.</source>
      <translation>價格在主導週期中的位置，以度計。</translation>
    </message>
    <message>
      <source>Where the prices of this chart are written; a second scale takes the other side</source>
      <translation>此圖表價格的位置；第二刻度在另一側</translation>
    </message>
    <message>
      <source>Whether both move together (1), against each other (-1), or each by itself (0).</source>
      <translation>兩者同步 (1)、相反 (-1) 或各自變動 (0)。</translation>
    </message>
    <message>
      <source>Whether this does better than the other one (above zero), or worse, against their ratio of late.</source>
      <translation>按兩者近期的比率，此產品表現較另一產品佳（零以上）或差。</translation>
    </message>
    <message>
      <source>Which side leads (+DI over -DI is up) and how strong the trend is (ADX above 25).</source>
      <translation>哪一方領先（+DI 高於 -DI 為升）及趨勢強度（ADX 高於 25）。</translation>
    </message>
    <message>
      <source>While drawing: angles in steps of 45°</source>
      <translation>繪畫時：角度每 45° 一格</translation>
    </message>
    <message>
      <source>While drawing: magnet the other way round</source>
      <translation>繪畫時：磁吸相反</translation>
    </message>
    <message>
      <source>Why you drew it</source>
      <translation>為何而畫</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>闊度</translation>
    </message>
    <message>
      <source>Width in %</source>
      <translation>闊度 %</translation>
    </message>
    <message>
      <source>Width in percent of the range</source>
      <translation>闊度佔波幅百分比</translation>
    </message>
    <message>
      <source>Width of the line</source>
      <translation>線的粗幼</translation>
    </message>
    <message>
      <source>Wilder's Smoothed Moving Average</source>
      <translation>威爾德平滑移動平均</translation>
    </message>
    <message>
      <source>Wilder's average of the true range: a bar's range, widened to the close before it.</source>
      <translation>威爾德的真實波幅平均：K線波幅延伸至前收市價。</translation>
    </message>
    <message>
      <source>Wilder's share of rises in all movement of the price, in per cent.</source>
      <translation>威爾德的升幅佔全部價格變動的比例，以百分比表示。</translation>
    </message>
    <message>
      <source>Wilder's smoothed sum of how far highs rose above the highs before.</source>
      <translation>高位升破前高位幅度的威爾德平滑和。</translation>
    </message>
    <message>
      <source>Wilder's smoothed sum of how far lows fell below the lows before.</source>
      <translation>低位跌破前低位幅度的威爾德平滑和。</translation>
    </message>
    <message>
      <source>Wilder's trailing stop, which speeds up with every new extreme and reverses when it is hit.</source>
      <translation>威爾德的移動止蝕，每創新極端值即加速，觸及則反轉。</translation>
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
      <translation>更改語言時視窗會關閉，並照原樣再次開啟。</translation>
    </message>
    <message>
      <source>With {indicators}</source>
      <translation>包括 {indicators}</translation>
    </message>
    <message>
      <source>Workspaces</source>
      <translation>工作區</translation>
    </message>
    <message>
      <source>Worst bar</source>
      <translation>最差K線</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>寫入</translation>
    </message>
    <message>
      <source>Write a file with ten lines of Python to begin with, and open it</source>
      <translation>寫入一個十行的 Python 檔作為起點，並將其開啟</translation>
    </message>
    <message>
      <source>Write levels in percent</source>
      <translation>以百分比標示水平</translation>
    </message>
    <message>
      <source>Write the bars and the values of the indicators to a CSV file</source>
      <translation>將K線及指標數值寫入 CSV 檔</translation>
    </message>
    <message>
      <source>Write what is in view, bars and values of the indicators, to a CSV file</source>
      <translation>將畫面中的K線及指標數值寫入 CSV 檔</translation>
    </message>
    <message>
      <source>Write what the selected drawing says in a field over the chart</source>
      <translation>在圖表上的欄位寫入所選繪圖的文字</translation>
    </message>
    <message>
      <source>Write {drawing}</source>
      <translation>寫入 {drawing}</translation>
    </message>
    <message>
      <source>XABCD pattern</source>
      <translation>XABCD 形態</translation>
    </message>
    <message>
      <source>YTD</source>
      <translation>年初至今</translation>
    </message>
    <message>
      <source>YYYY year, MM month, DD day, HH hour, mm minute, ss second</source>
      <translation>YYYY 年、MM 月、DD 日、HH 時、mm 分、ss 秒</translation>
    </message>
    <message>
      <source>Yahoo Finance</source>
      <translation>Yahoo Finance</translation>
    </message>
    <message>
      <source>Yahoo Finance answered after {seconds} seconds.</source>
      <translation>Yahoo Finance 於 {seconds} 秒後回覆。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered for {symbol} in {currency}, not in {usual}. Nothing of it was kept.</source>
      <translation>Yahoo Finance 以 {currency} 而非 {usual} 回覆 {symbol}，沒有保留任何內容。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with an error for {symbol}: {said}.</source>
      <translation>Yahoo Finance 對 {symbol} 回覆錯誤：{said}。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with bars of {given} when asked for {interval}. Nothing of it was kept.</source>
      <translation>查詢 {interval} 時 Yahoo Finance 回覆了 {given} 的K線，沒有保留任何內容。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with bars {seconds} seconds apart when asked for {interval}. Nothing of it was kept.</source>
      <translation>查詢 {interval} 時 Yahoo Finance 回覆了相隔 {seconds} 秒的K線，沒有保留任何內容。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with {kind_of} instead of bars of {symbol}. Try again later.</source>
      <translation>Yahoo Finance 回覆了{kind_of}，而不是 {symbol} 的K線。請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with {kind_of} instead of what fits “{text}”. Try again later.</source>
      <translation>Yahoo Finance 回覆了{kind_of}，而不是符合「{text}」的結果。請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance answered with {symbol} when asked for {wanted}. Nothing of it was kept.</source>
      <translation>查詢 {wanted} 時 Yahoo Finance 回覆了 {symbol}，沒有保留任何內容。</translation>
    </message>
    <message>
      <source>Yahoo Finance asks for a pause.</source>
      <translation>Yahoo Finance 要求暫停。</translation>
    </message>
    <message>
      <source>Yahoo Finance asks for a pause: too many requests came from here. It can be asked again in {span}.</source>
      <translation>Yahoo Finance 要求暫停：由此發出的查詢太多。{span}後可再查詢。</translation>
    </message>
    <message>
      <source>Yahoo Finance did not answer in time. Check the connection, or try again later.</source>
      <translation>Yahoo Finance 未有及時回覆。請檢查連線，或稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance does not know “{symbol}”, and said so twice. It is asked again tomorrow.</source>
      <translation>Yahoo Finance 兩次表示不認識「{symbol}」，明天再查詢。</translation>
    </message>
    <message>
      <source>Yahoo Finance does not know “{symbol}”. Check the code; Hong Kong's look like 9988.HK.</source>
      <translation>Yahoo Finance 不認識「{symbol}」。請檢查代號；香港代號如 9988.HK。</translation>
    </message>
    <message>
      <source>Yahoo Finance does not serve {symbol} at {interval} for this time: {said}.</source>
      <translation>Yahoo Finance 在此時段不提供 {symbol} 的 {interval} K線：{said}。</translation>
    </message>
    <message>
      <source>Yahoo Finance does not tell when {symbol} publishes earnings ({status}).</source>
      <translation>Yahoo Finance 沒有提供 {symbol} 公布業績的日期（{status}）。</translation>
    </message>
    <message>
      <source>Yahoo Finance is not asked for bars of {interval}. Choose one of {names}.</source>
      <translation>Yahoo Finance 不會被查詢 {interval} 的K線，請選擇 {names} 之一。</translation>
    </message>
    <message>
      <source>Yahoo Finance is out of order ({status}). Try again in some minutes.</source>
      <translation>Yahoo Finance 發生故障（{status}），請數分鐘後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance keeps only the last days of the Hang Seng TECH Index; what is seen of it is stored and grows day by day. For its past open a file, take AKShare's history, or show the fund 3033.HK, which follows it.</source>
      <translation>Yahoo Finance 只保留恒生科技指數最近數日；所見的會儲存並逐日累積。如要看更早的歷史，請開啟檔案、採用 AKShare 的歷史，或顯示追蹤該指數的基金 3033.HK。</translation>
    </message>
    <message>
      <source>Yahoo Finance refuses live prices ({status}). They are asked for instead.</source>
      <translation>Yahoo Finance 拒絕提供實時價格（{status}），改為定時查詢。</translation>
    </message>
    <message>
      <source>Yahoo Finance refuses to answer ({status}). Try again later.</source>
      <translation>Yahoo Finance 拒絕回覆（{status}），請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance wants its terms accepted first. Open finance.yahoo.com in a browser here, and try again.</source>
      <translation>Yahoo Finance 要求先接受其條款。請在此處以瀏覽器開啟 finance.yahoo.com，再試一次。</translation>
    </message>
    <message>
      <source>Yahoo Finance was not asked for {symbol}: yfinance answered by itself.</source>
      <translation>Yahoo Finance 並未收到 {symbol} 的查詢：yfinance 自行作答。</translation>
    </message>
    <message>
      <source>Yahoo Finance was not asked: yfinance answered by itself.</source>
      <translation>Yahoo Finance 並未收到查詢：yfinance 自行作答。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer does not say what it is about ({error}). Try again later.</source>
      <translation>Yahoo Finance 的答覆沒有說明內容（{error}），請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} cannot be understood ({status}). Try again later.</source>
      <translation>無法理解 Yahoo Finance 對 {symbol} 的答覆（{status}），請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} cannot be understood. Try again later.</source>
      <translation>無法理解 Yahoo Finance 對 {symbol} 的答覆，請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} is empty. Try again later.</source>
      <translation>Yahoo Finance 對 {symbol} 的答覆是空的，請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} is in a time zone that does not exist: {zone}. Try again later.</source>
      <translation>Yahoo Finance 對 {symbol} 的答覆採用不存在的時區：{zone}。請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer for {symbol} lacks its {name} prices. Try again later.</source>
      <translation>Yahoo Finance 對 {symbol} 的答覆欠缺{name}價格，請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer to “{text}” cannot be understood ({status}). Try again later.</source>
      <translation>無法理解 Yahoo Finance 對「{text}」的答覆（{status}），請稍後再試。</translation>
    </message>
    <message>
      <source>Yahoo Finance's answer was damaged on its way. Try again later.</source>
      <translation>Yahoo Finance 的答覆在途中損壞，請稍後再試。</translation>
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
      <translation>黃</translation>
    </message>
    <message>
      <source>Your own</source>
      <translation>自訂</translation>
    </message>
    <message>
      <source>Zero-Lag Exponential Moving Average</source>
      <translation>零延遲指數移動平均</translation>
    </message>
    <message>
      <source>ZigZag</source>
      <translation>之字轉向</translation>
    </message>
    <message>
      <source>Zoom about the cursor</source>
      <translation>以游標為中心縮放</translation>
    </message>
    <message>
      <source>Zoom finely, about the cursor itself</source>
      <translation>細緻縮放，以游標為中心</translation>
    </message>
    <message>
      <source>Zoom in or out</source>
      <translation>放大或縮小</translation>
    </message>
    <message>
      <source>a PDF document</source>
      <translation>PDF 文件</translation>
    </message>
    <message>
      <source>a database</source>
      <translation>資料庫</translation>
    </message>
    <message>
      <source>a line of column names (date, open, high, low, close, volume) and a line for each bar</source>
      <translation>一行欄名（date、open、high、low、close、volume）及每根K線一行</translation>
    </message>
    <message>
      <source>a packed file</source>
      <translation>壓縮檔</translation>
    </message>
    <message>
      <source>a part of the path is not a folder</source>
      <translation>路徑的一部分不是資料夾</translation>
    </message>
    <message>
      <source>a picture</source>
      <translation>圖片</translation>
    </message>
    <message>
      <source>a protected workbook, or one of an old version of Excel</source>
      <translation>受保護或舊版 Excel 的活頁簿</translation>
    </message>
    <message>
      <source>a web page</source>
      <translation>網頁</translation>
    </message>
    <message>
      <source>adj</source>
      <translation>調整</translation>
    </message>
    <message>
      <source>and {count} earlier</source>
      <translation>及較早的 {count} 個</translation>
    </message>
    <message>
      <source>another program holds it</source>
      <translation>另一程式正佔用</translation>
    </message>
    <message>
      <source>asked for a pause until {time}</source>
      <translation>被要求暫停至 {time}</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>自動</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>自動</translation>
    </message>
    <message>
      <source>between two bars</source>
      <translation>在兩根K線之間</translation>
    </message>
    <message>
      <source>both in the last {0} bars</source>
      <translation>兩者均指最近 {0} 根K線</translation>
    </message>
    <message>
      <source>changes</source>
      <translation>變動</translation>
    </message>
    <message>
      <source>classic</source>
      <translation>經典</translation>
    </message>
    <message>
      <source>close</source>
      <translation>收市</translation>
    </message>
    <message>
      <source>closes through it: {0}</source>
      <translation>收市穿越：{0}</translation>
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
      <translation>調整後收市價漏計的股息，已補上</translation>
    </message>
    <message>
      <source>hidden</source>
      <translation>已隱藏</translation>
    </message>
    <message>
      <source>high</source>
      <translation>最高</translation>
    </message>
    <message>
      <source>high below low</source>
      <translation>最高價低於最低價</translation>
    </message>
    <message>
      <source>high or low widened to hold open and close</source>
      <translation>最高或最低價已擴闊以包含開市及收市價</translation>
    </message>
    <message>
      <source>incomplete</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>it cannot be opened</source>
      <translation>無法開啟</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>這是資料夾</translation>
    </message>
    <message>
      <source>it is too large for this format</source>
      <translation>圖片太大，這種格式容不下</translation>
    </message>
    <message>
      <source>it may not be written</source>
      <translation>不可寫入</translation>
    </message>
    <message>
      <source>last close {0} away</source>
      <translation>最近收市價相距 {0}</translation>
    </message>
    <message>
      <source>left</source>
      <translation>左</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>線性</translation>
    </message>
    <message>
      <source>live</source>
      <translation>實時</translation>
    </message>
    <message>
      <source>loading …</source>
      <translation>載入中…</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>已鎖定</translation>
    </message>
    <message>
      <source>log</source>
      <translation>對數</translation>
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
      <translation>成交量為負，視作不詳</translation>
    </message>
    <message>
      <source>no names</source>
      <translation>沒有欄名</translation>
    </message>
    <message>
      <source>no readable data</source>
      <translation>無法讀取的資料</translation>
    </message>
    <message>
      <source>no text</source>
      <translation>非文字檔</translation>
    </message>
    <message>
      <source>none chosen</source>
      <translation>未選擇</translation>
    </message>
    <message>
      <source>nothing traded on a closed day</source>
      <translation>休市日沒有成交</translation>
    </message>
    <message>
      <source>off</source>
      <translation>關</translation>
    </message>
    <message>
      <source>offline</source>
      <translation>離線</translation>
    </message>
    <message>
      <source>offline, tried again at {time}</source>
      <translation>離線，{time} 再試</translation>
    </message>
    <message>
      <source>older than the price before</source>
      <translation>較前一個價格舊</translation>
    </message>
    <message>
      <source>on</source>
      <translation>開</translation>
    </message>
    <message>
      <source>open</source>
      <translation>開市</translation>
    </message>
    <message>
      <source>open or close outside high and low</source>
      <translation>開市或收市價在高低價以外</translation>
    </message>
    <message>
      <source>out of order, sorted</source>
      <translation>次序錯亂，已排序</translation>
    </message>
    <message>
      <source>outside trading hours</source>
      <translation>交易時間以外</translation>
    </message>
    <message>
      <source>permission denied</source>
      <translation>沒有權限</translation>
    </message>
    <message>
      <source>price in another currency</source>
      <translation>價格屬另一貨幣</translation>
    </message>
    <message>
      <source>price missing</source>
      <translation>欠價格</translation>
    </message>
    <message>
      <source>price not above zero</source>
      <translation>價格不大於零</translation>
    </message>
    <message>
      <source>price of another scale</source>
      <translation>價格屬另一尺度</translation>
    </message>
    <message>
      <source>prices</source>
      <translation>價格</translation>
    </message>
    <message>
      <source>repeated time</source>
      <translation>時間重複</translation>
    </message>
    <message>
      <source>right</source>
      <translation>右</translation>
    </message>
    <message>
      <source>session</source>
      <translation>時段</translation>
    </message>
    <message>
      <source>set of indicators</source>
      <translation>指標組合</translation>
    </message>
    <message>
      <source>stamped with their end, moved to their beginning</source>
      <translation>以結束時間標記，已改為開始時間</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>磁碟已滿</translation>
    </message>
    <message>
      <source>the disk is read-only</source>
      <translation>磁碟唯讀</translation>
    </message>
    <message>
      <source>the disk quota is used up</source>
      <translation>磁碟配額已用完</translation>
    </message>
    <message>
      <source>the disk reported an error</source>
      <translation>磁碟回報錯誤</translation>
    </message>
    <message>
      <source>the folder or file does not exist</source>
      <translation>資料夾或檔案不存在</translation>
    </message>
    <message>
      <source>the name is too long</source>
      <translation>名稱太長</translation>
    </message>
    <message>
      <source>there were none</source>
      <translation>一根也沒有</translation>
    </message>
    <message>
      <source>time in the future</source>
      <translation>時間在未來</translation>
    </message>
    <message>
      <source>touches: {0}</source>
      <translation>觸及：{0}</translation>
    </message>
    <message>
      <source>unreadable number</source>
      <translation>數字無法讀取</translation>
    </message>
    <message>
      <source>unreadable time</source>
      <translation>時間無法讀取</translation>
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
      <translation>指數成交量為 0，視作不詳</translation>
    </message>
    <message>
      <source>volume of 0 on a half day, taken as unknown</source>
      <translation>半日市成交量為 0，視作不詳</translation>
    </message>
    <message>
      <source>week</source>
      <translation>週</translation>
    </message>
    <message>
      <source>year</source>
      <translation>年</translation>
    </message>
    <message>
      <source>{0} drawings</source>
      <translation>{0} 個繪圖</translation>
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
      <translation>{count} 根K線</translation>
    </message>
    <message>
      <source>{count} bars</source>
      <translation>{count} 根K線</translation>
    </message>
    <message>
      <source>{count} bars of {interval}, from {first} to {last}.</source>
      <translation>{count} 根 {interval} K線，由 {first} 至 {last}。</translation>
    </message>
    <message>
      <source>{count} bars were exported to {file}.</source>
      <translation>{count} 根K線已匯出至 {file}。</translation>
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
      <translation>{count} 個繪圖</translation>
    </message>
    <message>
      <source>{count} hours</source>
      <translation>{count} 小時</translation>
    </message>
    <message>
      <source>{count} hours old</source>
      <translation>{count} 小時前</translation>
    </message>
    <message>
      <source>{count} minutes</source>
      <translation>{count} 分鐘</translation>
    </message>
    <message>
      <source>{count} minutes old</source>
      <translation>{count} 分鐘前</translation>
    </message>
    <message>
      <source>{count} months</source>
      <translation>{count} 個月</translation>
    </message>
    <message>
      <source>{count} of {rows} rows were left out: {kinds}.</source>
      <translation>{rows} 列中略去了 {count} 列：{kinds}。</translation>
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
      <translation>{count} 週</translation>
    </message>
    <message>
      <source>{days} d {hours} h</source>
      <translation>{days} 日 {hours} 小時</translation>
    </message>
    <message>
      <source>{days} d {hours} h {minutes} min</source>
      <translation>{days} 日 {hours} 小時 {minutes} 分鐘</translation>
    </message>
    <message>
      <source>{days} days</source>
      <translation>{days} 日</translation>
    </message>
    <message>
      <source>{days}d {hours}h</source>
      <translation>{days}日 {hours}小時</translation>
    </message>
    <message>
      <source>{drawing}: properties</source>
      <translation>{drawing}：屬性</translation>
    </message>
    <message>
      <source>{file} was written. Save it after each change, and the chart follows.</source>
      <translation>已寫入 {file}。每次更改後儲存，圖表便會跟隨。</translation>
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
      <translation>{hours} 小時 {minutes} 分鐘</translation>
    </message>
    <message>
      <source>{indicator} in a pane of its own</source>
      <translation>{indicator} 在獨立窗格</translation>
    </message>
    <message>
      <source>{indicator} without a scale of its own</source>
      <translation>{indicator} 不用獨立刻度</translation>
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
      <translation>{kinds}及另外 {count} 種</translation>
    </message>
    <message>
      <source>{lines}-line break</source>
      <translation>{lines} 線反轉</translation>
    </message>
    <message>
      <source>{list}, number {number}</source>
      <translation>{list}，第 {number} 個</translation>
    </message>
    <message>
      <source>{minutes} min late</source>
      <translation>遲 {minutes} 分鐘</translation>
    </message>
    <message>
      <source>{name}  (open)</source>
      <translation>{name}（已開啟）</translation>
    </message>
    <message>
      <source>{name} had no bars at this time. Step on or leave the replay.</source>
      <translation>{name} 在此時沒有K線，請前進或離開重播。</translation>
    </message>
    <message>
      <source>{name} has no bars of this instrument. Choose another source.</source>
      <translation>{name} 沒有此產品的K線，請選擇其他來源。</translation>
    </message>
    <message>
      <source>{name} has no bars of {interval}, and bars of {shortest} do not add up to them. Choose {shortest}.</source>
      <translation>{name} 沒有 {interval} 的K線，{shortest} 的K線亦不能合成，請選擇 {shortest}。</translation>
    </message>
    <message>
      <source>{name} has no bars of {interval}. Choose {shortest} or longer.</source>
      <translation>{name} 沒有 {interval} 的K線，請選擇 {shortest} 或更長。</translation>
    </message>
    <message>
      <source>{name} keeps bars of {interval} for {days} days, so they begin on {first}.</source>
      <translation>{name} 保留 {interval} K線 {days} 日，故由 {first} 開始。</translation>
    </message>
    <message>
      <source>{name} keeps bars of {interval} for {days} days, so they begin on {first}. Choose bars of {longer} to see further back.</source>
      <translation>{name} 保留 {interval} K線 {days} 日，故由 {first} 開始。如要看得更早，請選擇 {longer} K線。</translation>
    </message>
    <message>
      <source>{new} for {old}</source>
      <translation>{old} 拆為 {new}</translation>
    </message>
    <message>
      <source>{path} cannot be used ({reason}) and is left as it is. What would be kept there lasts only until Lionrock ends.</source>
      <translation>無法使用 {path}（{reason}），該檔保持原狀；本應存於其中的更改只保留至 Lionrock 結束為止。</translation>
    </message>
    <message>
      <source>{path} is open in another Lionrock window. Close it there first.</source>
      <translation>{path} 已在另一個 Lionrock 視窗開啟，請先在該處關閉。</translation>
    </message>
    <message>
      <source>{path} was damaged. It was kept as {file}, and a new one is begun.</source>
      <translation>{path} 已損壞，原檔保留為 {file}，並另建新檔。</translation>
    </message>
    <message>
      <source>{path} was written by a newer Lionrock and is left as it is. What would be kept there lasts only until Lionrock ends. Update Lionrock to use it.</source>
      <translation>{path} 由較新版本的 Lionrock 寫入，現保持原狀；本應存於其中的更改只保留至 Lionrock 結束為止。請更新 Lionrock 以使用該檔。</translation>
    </message>
    <message>
      <source>{point}: price</source>
      <translation>{point}：價格</translation>
    </message>
    <message>
      <source>{point}: time</source>
      <translation>{point}：時間</translation>
    </message>
    <message>
      <source>{problem} Until then the bars that were read before stay.</source>
      <translation>{problem} 在此之前保留先前讀取的K線。</translation>
    </message>
    <message>
      <source>{problem} What is fetched now is kept until Lionrock is closed. Make room on the disk or check its permissions.</source>
      <translation>{problem} 現時索取的內容保留至 Lionrock 關閉為止。請騰出磁碟空間或檢查其權限。</translation>
    </message>
    <message>
      <source>{some}, {others}</source>
      <translation>{some}、{others}</translation>
    </message>
    <message>
      <source>{symbol} cannot be shown at {interval}: {error}</source>
      <translation>{symbol} 無法以 {interval} 顯示：{error}</translation>
    </message>
    <message>
      <source>{symbol} is in the watchlist already.</source>
      <translation>{symbol} 已在自選股。</translation>
    </message>
    <message>
      <source>{text} (first in line {line})</source>
      <translation>{text}（首見於第 {line} 行）</translation>
    </message>
    <message>
      <source>{title} (guessed)</source>
      <translation>{title}（猜測）</translation>
    </message>
    <message>
      <source>“{address}” is no address of a file; such an address begins with file:///.</source>
      <translation>「{address}」不是檔案位址；檔案位址以 file:/// 開頭。</translation>
    </message>
    <message>
      <source>“{item}” is neither a file nor a symbol. Name a file of bars, or a symbol such as 9988.HK or ^HSI.</source>
      <translation>「{item}」既非檔案亦非代號。請指定K線檔案，或代號如 9988.HK、^HSI。</translation>
    </message>
    <message>
      <source>“{name}” breaks off or is damaged. Open it in an editor, or export it once more.</source>
      <translation>「{name}」中斷或已損壞。請在編輯器中開啟，或重新匯出。</translation>
    </message>
    <message>
      <source>“{name}” breaks off or is damaged: quotation marks that open in line {line} never close. Open it in an editor, or export it once more.</source>
      <translation>「{name}」中斷或已損壞：第 {line} 行開始的引號沒有結束。請在編輯器中開啟，或重新匯出。</translation>
    </message>
    <message>
      <source>“{name}” cannot be a file's name. Give the indicator a name with letters.</source>
      <translation>「{name}」不能用作檔名，請為指標取一個含字母的名稱。</translation>
    </message>
    <message>
      <source>“{name}” could not be read: {reason}. Check the disk, or copy the file to another one.</source>
      <translation>無法讀取「{name}」：{reason}。請檢查磁碟，或將檔案複製到另一磁碟。</translation>
    </message>
    <message>
      <source>“{name}” could not be saved: {reason}. Changes stay in memory, and saving is tried again.</source>
      <translation>「{name}」無法儲存：{reason}。變更保留在記憶體，並會再試儲存。</translation>
    </message>
    <message>
      <source>“{name}” has column names but no line below them. Choose a file with bars in it.</source>
      <translation>「{name}」有欄名但其下沒有資料，請選擇有K線的檔案。</translation>
    </message>
    <message>
      <source>“{name}” has no column for {lacking} (found: {found}). Say which columns hold what.</source>
      <translation>「{name}」沒有{lacking}欄（現有：{found}），請指明各欄的內容。</translation>
    </message>
    <message>
      <source>“{name}” has {size:.1f} GB, and Lionrock reads up to {most} GB. Split it, by years for example, and open a part.</source>
      <translation>「{name}」有 {size:.1f} GB，Lionrock 最多讀取 {most} GB。請按年份等分拆後開啟其中一部分。</translation>
    </message>
    <message>
      <source>“{name}” holds no table. Choose a file with {wanted}.</source>
      <translation>「{name}」沒有表格，請選擇有 {wanted} 的檔案。</translation>
    </message>
    <message>
      <source>“{name}” holds several instruments ({symbol}). Save one file for each.</source>
      <translation>「{name}」包含多個產品（{symbol}），請每個產品各存一個檔案。</translation>
    </message>
    <message>
      <source>“{name}” is a Parquet file, and reading those needs pyarrow. Install it with pip install "lionrock[formats]", or save the table as CSV and open that.</source>
      <translation>「{name}」是 Parquet 檔，讀取需要 pyarrow。請以 pip install "lionrock[formats]" 安裝，或將表格另存為 CSV 再開啟。</translation>
    </message>
    <message>
      <source>“{name}” is a device or a pipe. Choose a file of bars.</source>
      <translation>「{name}」是裝置或管道，請選擇K線檔案。</translation>
    </message>
    <message>
      <source>“{name}” is a folder. Choose a file of bars in it.</source>
      <translation>「{name}」是資料夾，請選擇其中的K線檔案。</translation>
    </message>
    <message>
      <source>“{name}” is an Excel workbook, and reading those needs openpyxl. Install it with pip install "lionrock[formats]", or save the sheet as CSV and open that.</source>
      <translation>「{name}」是 Excel 活頁簿，讀取需要 openpyxl。請以 pip install "lionrock[formats]" 安裝，或將工作表另存為 CSV 再開啟。</translation>
    </message>
    <message>
      <source>“{name}” is damaged or protected ({reason}). Open it in the program it is from, and save it as CSV.</source>
      <translation>「{name}」已損壞或受保護（{reason}）。請在原程式開啟並另存為 CSV。</translation>
    </message>
    <message>
      <source>“{name}” is empty. Choose a file with {wanted}.</source>
      <translation>「{name}」是空的，請選擇有 {wanted} 的檔案。</translation>
    </message>
    <message>
      <source>“{name}” is open in another Lionrock window, so this one shows a copy of it, “{copy}”.</source>
      <translation>「{name}」已在另一個 Lionrock 視窗開啟，此視窗顯示其副本「{copy}」。</translation>
    </message>
    <message>
      <source>“{name}” is open in another Lionrock window. Close it there first, or choose another name.</source>
      <translation>「{name}」已在另一個 Lionrock 視窗開啟。請先在該處關閉，或選擇其他名稱。</translation>
    </message>
    <message>
      <source>“{name}” is open. Go to another workspace before deleting it.</source>
      <translation>「{name}」正在使用，請先轉到另一工作區再刪除。</translation>
    </message>
    <message>
      <source>“{name}” is {kind}. Save the table as CSV, and open that.</source>
      <translation>「{name}」是{kind}，請將表格另存為 CSV 再開啟。</translation>
    </message>
    <message>
      <source>“{name}” may not be read. Change its permissions, or copy it to a place of your own.</source>
      <translation>沒有讀取「{name}」的權限。請更改權限，或複製到自己的位置。</translation>
    </message>
    <message>
      <source>“{name}” was changed by another program while it was open. Its version is kept as “{other}”.</source>
      <translation>「{name}」開啟期間被另一個程式更改，該版本已保留為「{other}」。</translation>
    </message>
    <message>
      <source>“{path}” cannot be read ({reason}). Choose another file of certificates.</source>
      <translation>無法讀取「{path}」（{reason}），請選擇其他憑證檔案。</translation>
    </message>
    <message>
      <source>“{path}” holds no certificates that can be read. Choose a file of certificates (.pem, .crt).</source>
      <translation>「{path}」沒有可讀取的憑證，請選擇憑證檔案（.pem、.crt）。</translation>
    </message>
    <message>
      <source>“{path}” names no kind of picture. End its name with one of {formats}.</source>
      <translation>「{path}」不是圖片種類，檔名請以 {formats} 之一結尾。</translation>
    </message>
    <message>
      <source>“{text}” is no address of a proxy. Write it like http://proxy.example:8080 or socks5://127.0.0.1:1080.</source>
      <translation>「{text}」不是代理伺服器位址，請寫成 http://proxy.example:8080 或 socks5://127.0.0.1:1080。</translation>
    </message>
    <message>
      <source>“{text}” is no symbol. Type a code such as 9988, or a part of a name.</source>
      <translation>「{text}」不是代號。請輸入編號如 9988，或名稱的一部分。</translation>
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
