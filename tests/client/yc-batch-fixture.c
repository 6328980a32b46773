/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yc-batch-fixture.h"

#include "yc-test-issue.h"

#define PRINTER YC_BATCH_FIXTURE_PRINTER
#define REVIEWER "liangzhi"

void
yc_batch_fixture_load_printers (YcBatchFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  yc_printers_refresh_async (yc_desk_get_printers (self->desk), NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
}

GListModel *
yc_batch_fixture_choose (YcBatchFixture *self,
                         guint           most)
{
  GListStore *chosen = g_list_store_new (YC_TYPE_ISSUED_CERTIFICATE);
  GListModel *list = G_LIST_MODEL (self->certificates);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (YcIssuedCertificate) certificate = g_list_model_get_item (list, i);

      if (yc_issued_certificate_get_state (certificate) == YC_CERTIFICATE_VALID &&
          g_list_model_get_n_items (G_LIST_MODEL (chosen)) < most)
        g_list_store_append (chosen, certificate);
    }
  return G_LIST_MODEL (chosen);
}

void
yc_batch_fixture_start (YcBatchFixture *self)
{
  g_autoptr (YcPrintOptions) options = yc_print_options_new (NULL);
  YcPrinter *printer = yc_printers_find (yc_desk_get_printers (self->desk), PRINTER);

  yc_print_batch_start (self->batch, printer, options, YC_PRINT_REASON_MORE, NULL);
}

/* Asks for the next page, unless one is on its way. */
static gboolean
have_all (YcBatchFixture *self)
{
  yc_live_list_load_more (self->certificates);
  return !yc_live_list_get_has_more (self->certificates);
}

static void
load_certificates (YcBatchFixture *self)
{
  self->certificates = yc_desk_create_certificate_list (self->desk);
  yc_test_wait_until (yc_live_list_get_load_state (self->certificates) == YC_LOAD_READY);
  yc_test_wait_until (have_all (self));
}

void
yc_batch_fixture_set_up (YcBatchFixture *self,
                         gconstpointer   data)
{
  self->cups = yc_test_cups_new (PRINTER, NULL);
  g_setenv ("CUPS_SERVER", yc_test_cups_get_socket (self->cups), TRUE);
  self->service = yc_test_service_new (TRUE, NULL);
  yc_test_issue_more (self->service, GPOINTER_TO_UINT (data));
  self->folder = yc_test_folder_new ();
  self->token = yc_test_service_sign_in (self->service, REVIEWER);
  self->desk = yc_test_desk_new (self->folder, yc_test_service_get_url (self->service));
  yc_batch_fixture_load_printers (self);
  yc_test_desk_sign_in (self->desk, REVIEWER);
  load_certificates (self);
}

void
yc_batch_fixture_tear_down (YcBatchFixture *self,
                            gconstpointer   data)
{
  g_clear_object (&self->batch);
  g_clear_object (&self->certificates);
  g_clear_pointer (&self->desk, yc_test_desk_free);
  yc_test_service_free (self->service);
  yc_test_cups_free (self->cups);
  yc_test_folder_free (self->folder);
  g_free (self->token);
}
