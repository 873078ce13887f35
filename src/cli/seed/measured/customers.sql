-- Two thousand cards.
insert into customers.customers (id, business_id, name, family_name, given_name, family_name_kana, given_name_kana, search_key, email, phone)
select md5(platform.business() || ' customer ' || n)::uuid, platform.business(), f.name || ' ' || g.name, f.name, g.name, f.kana, g.kana,
    f.name || g.name || ' ' || f.hiragana || g.hiragana,
    'guest' || n || '@' || left(platform.business()::text, 8) || '.example.com', '+81900' || lpad(n::text, 7, '0')
from generate_series(1, 2000) as n
join (values (0, '佐藤', 'サトウ', 'さとう'), (1, '鈴木', 'スズキ', 'すずき'), (2, '田中', 'タナカ', 'たなか'), (3, '伊藤', 'イトウ', 'いとう'),
    (4, '山本', 'ヤマモト', 'やまもと'), (5, '中村', 'ナカムラ', 'なかむら'), (6, '小林', 'コバヤシ', 'こばやし'), (7, '加藤', 'カトウ', 'かとう'),
    (8, '吉田', 'ヨシダ', 'よしだ'), (9, '山田', 'ヤマダ', 'やまだ'), (10, '松本', 'マツモト', 'まつもと')) as f (place, name, kana, hiragana) on f.place = n % 11
join (values (0, '花子', 'ハナコ', 'はなこ'), (1, '太郎', 'タロウ', 'たろう'), (2, '陽子', 'ヨウコ', 'ようこ'), (3, '健', 'ケン', 'けん'),
    (4, '美穂', 'ミホ', 'みほ'), (5, '大輔', 'ダイスケ', 'だいすけ'), (6, '由美', 'ユミ', 'ゆみ'), (7, '直樹', 'ナオキ', 'なおき'),
    (8, '恵', 'メグミ', 'めぐみ'), (9, '拓也', 'タクヤ', 'たくや'), (10, '千尋', 'チヒロ', 'ちひろ'), (11, '学', 'マナブ', 'まなぶ'),
    (12, '愛', 'アイ', 'あい')) as g (place, name, kana, hiragana) on g.place = n % 13
