drop table notifications.letter_wordings;
drop table notifications.letter_styles;
