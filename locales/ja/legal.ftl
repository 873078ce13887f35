# 法律にもとづく表示。

legal-commerce-title = 特定商取引法に基づく表記
legal-commerce-description = { $shop }の事業者名、所在地、連絡先、料金とお支払い、キャンセルの決まりです。
legal-privacy-title = プライバシーポリシー
legal-transmission-title = 外部送信について
legal-item-seller = 事業者名
legal-item-responsible = 責任者
legal-item-address = 所在地
legal-item-phone = 電話番号・受付時間
legal-item-email = メールアドレス
legal-item-price = 販売価格
legal-item-extra-fees = 料金以外に必要な費用
legal-item-payment-method = 支払方法
legal-item-payment-time = 支払時期
legal-item-delivery = サービスの提供時期
legal-item-cancellation = キャンセル・返金
legal-privacy-lead = ご予約の際に入力された個人情報を、次のとおり取り扱います。
legal-privacy-purpose-title = 利用目的
legal-privacy-purpose = ご予約の受付と確認、日時の変更やキャンセルのご連絡、当日の対応のために利用します。ほかの目的では利用しません。
legal-privacy-share-title = 第三者への提供と委託
legal-privacy-share = 予約システムの運営を Omotenashi Connect に委託しています。法令にもとづく場合を除き、第三者には提供しません。
legal-privacy-safety-title = 安全管理
legal-privacy-safety = 通信は暗号化され、お店の担当者だけが閲覧できます。予約ページに外部のプログラムは置いていません。
legal-privacy-ask-title = 開示・訂正・削除のお問い合わせ
legal-privacy-ask = 下記の窓口までご連絡ください。手数料はかかりません。
legal-transmission-text = このサイトから外部の事業者への情報の送信はありません。
legal-transmission-cookies = ログイン状態の確認と、お知らせを一度だけ表示するためにCookieを使います。広告や分析のためのCookieは使いません。
