"""Japanese wording of `gauges`."""

WORDS: dict[str, str] = {
    # Policies
    "best ever": "過去最高点",
    "latest score": "最新の得点",
    "best within 24 months": "直近24か月の最高点",
    "full-time only": "常勤のみ",
    "{scores}, {threshold}, {scope}": "{scores}、{threshold}点、{scope}",
    # TOEIC
    "TOEIC {threshold}+": "TOEIC {threshold}点以上",
    "{gauge} ({how})": "{gauge}（{how}）",
    "latest": "最新",
    "24 months": "直近2年",
    "of the official head count of {day}": "分母は{day}現在の職員数",
    "of those employed on {day}: {year} has no official head count": (
        "分母は{day}現在の在職者数（{year}の職員数は未登録）"
    ),
    "the official head count is {official}, the records have {employed}": (
        "職員数{official}人に対し、台帳上の在職者は{employed}人"
    ),
    "{n} count by scores over two years old": "うち{n}人は2年を過ぎたスコアによる",
    "{total} on {date}": "{total}点（{date}）",
    "{total} on {date}, {n} points short": "{total}点（{date}）、あと{n}点",
    "no score": "スコアなし",
    "no score within 24 months": "直近24か月のスコアなし",
    "not employed yet on {day}": "{day}現在は採用前",
    "left on {day}": "{day}退職",
    # Stays and visits
    "{start} to {end}, {status}": "{start}～{end}、{status}",
    "from {start}, {status}": "{start}から、{status}",
    "begins on {start}, {status}": "{start}開始、{status}",
    "prolongs an earlier visit, which counts": "受入期間の更新（当初の受入を計上）",
    "from {start}, this researcher is counted already": "{start}から、この研究者は計上済",
    "{n} prolong earlier visits and count as none": "受入期間の更新{n}件は計上しない",
    "visits in all": "延べ受入件数",
    # Briefings
    "briefing on {day}": "帰国報告会 {day}",
    "briefing fixed for {day}": "帰国報告会 {day}予定",
    "back on {back}, no briefing": "{back}帰国、帰国報告会は未実施",
    "back on {back}, no briefing, due on {due}": "{back}帰国、帰国報告会は未実施、期限{due}",
    "back on {back}, no briefing, overdue since {due}": "{back}帰国、帰国報告会は未実施、期限{due}を超過",
    # Outcomes
    "{n} outcomes, not verified yet": "成果{n}件、未確認",
    "back on {back}, no outcome yet": "{back}帰国、成果なし",
    "{day}, verified": "{day}、確認済",
    "{day}, not verified yet": "{day}、未確認",
    "{day}, the same DOI is counted already": "{day}、同じDOIの論文を計上済",
    "not before {day}": "{day}から計上",
    "no date, counted in no year": "日付なし、どの年度にも計上しない",
    "{n} not verified yet": "未確認{n}件",
    "{n} without a date, counted in no year": "日付のない{n}件はどの年度にも計上しない",
    # Courses, projects and events
    "{status}, certificate of {day}": "{status}、修了証{day}付",
    "{field}, {status}": "{field}、{status}",
    "{kind}, {day}": "{kind}、{day}",
    "{kind}, fixed for {day}": "{kind}、{day}予定",
    "workshops": "ワークショップ",
    "seminars": "セミナー",
    # Agreements
    "no expiry": "期限の定めなし",
    "until {end}": "{end}まで",
    "ended on {end}": "{end}終了",
    "valid from {start}": "{start}発効",
    "renews itself": "自動更新",
}
