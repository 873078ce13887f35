drop table accounts.message_preferences;
