drop table businesses.staff_invitations;
