/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk before a service that makes trouble on demand. */
#include "yc-mock-desk.h"

void
yc_mock_desk_init (YcMockDesk *self,
                   const char *catalog)
{
  self->mock = yc_test_mock_new ();
  self->folder = yc_test_folder_new ();
  yc_test_limits_init (&self->limits);
  if (catalog != NULL)
    yc_test_mock_set_answer (self->mock, "/catalog/changes", catalog);
}

void
yc_mock_desk_open (YcMockDesk *self)
{
  self->desk = yc_test_desk_new_with_limits (self->folder, yc_test_mock_get_url (self->mock),
                                             &self->limits);
}

void
yc_mock_desk_close (YcMockDesk *self)
{
  g_clear_pointer (&self->desk, yc_test_desk_free);
}

void
yc_mock_desk_clear (YcMockDesk *self)
{
  yc_mock_desk_close (self);
  yc_test_folder_free (self->folder);
  yc_test_mock_free (self->mock);
}
