/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many certificates printed one after another. The batch itself remembers nothing that matters: each of its
 * prints is journalled and recorded like any other. */
#include "yc-print-batch.h"

#include "yc-client-error.h"
#include "yc-desk-print.h"
#include "yc-list-model.h"

/* The one that is printed and the one behind it. */
#define MOST_UNDER_WAY 2

struct _YcPrintBatch
{
  GObject parent_instance;

  YcDesk           *desk;
  GPtrArray        *items;
  YcPrintBatchState state;
  YcPrinter        *printer;
  YcPrintOptions   *options;
  YcPrintReason     reason;
  char             *note;
  guint             n_beyond;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcPrintBatch, yc_print_batch, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

YC_DEFINE_LIST_MODEL (YcPrintBatch, YC_TYPE_PRINT_BATCH_ITEM, items)

/* What a print was begun for. */
typedef struct
{
  YcPrintBatch     *self;
  YcPrintBatchItem *item;
} Begun;

static void
begun_free (Begun *begun)
{
  g_object_unref (begun->self);
  g_object_unref (begun->item);
  g_free (begun);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Begun, begun_free)

static YcPrintBatchItem *
find_left (YcPrintBatch *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (yc_print_batch_item_get_state (self->items->pdata[i]) == YC_PRINT_BATCH_ITEM_LEFT)
      return self->items->pdata[i];
  return NULL;
}

/* Its own trouble keeps no other certificate from being printed. */
static gboolean
is_own_trouble (const GError *error)
{
  return error->domain == YC_CLIENT_ERROR &&
         (error->code == YC_CLIENT_ERROR_PRINT_UNRESOLVED ||
          error->code == YC_CLIENT_ERROR_PRINT_UNDER_WAY ||
          error->code == YC_CLIENT_ERROR_REPRINT_REASON ||
          error->code == YC_CLIENT_ERROR_REPRINT_OFFLINE ||
          error->code == YC_CLIENT_ERROR_NOT_FOUND);
}

static gboolean
contains (YcPrintBatch        *self,
          YcIssuedCertificate *certificate)
{
  const char *serial = yc_issued_certificate_get_serial (certificate);

  for (guint i = 0; i < self->items->len; i++)
    {
      YcIssuedCertificate *other =
        yc_print_batch_item_get_certificate (self->items->pdata[i]);

      if (g_str_equal (yc_issued_certificate_get_serial (other), serial))
        return TRUE;
    }
  return FALSE;
}

/* Here or at another desk. */
static gboolean
was_printed (YcPrintBatch     *self,
             YcPrintBatchItem *item)
{
  YcIssuedCertificate *certificate = yc_print_batch_item_get_certificate (item);
  const char *serial = yc_issued_certificate_get_serial (certificate);

  return yc_issued_certificate_get_n_prints (certificate) > 0 ||
         yc_desk_get_print_history (self->desk, serial) == YC_PRINT_HISTORY_PRINTED;
}

/* Why it is printed once more; 0 for the first time. */
static YcPrintReason
find_reason (YcPrintBatch     *self,
             YcPrintBatchItem *item)
{
  if (yc_print_batch_item_get_repeated (item))
    return YC_PRINT_REASON_FAULT;
  return was_printed (self, item) ? self->reason : 0;
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Begun) begun = user_data;
  YcPrintBatch *self = begun->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintRun) run = yc_desk_print_finish (YC_DESK (source), result, &error);

  if (run != NULL)
    {
      yc_print_batch_item_follow (begun->item, run);
      return;
    }
  if (self->state == YC_PRINT_BATCH_RUNNING && !is_own_trouble (error))
    self->state = YC_PRINT_BATCH_STOPPING;
  yc_print_batch_item_fail (begun->item, error);
}

static void
begin (YcPrintBatch     *self,
       YcPrintBatchItem *item)
{
  YcIssuedCertificate *certificate = yc_print_batch_item_get_certificate (item);
  YcPrintRequest request = {
    .kind = YC_PRINT_KIND_CERTIFICATE,
    .case_id = yc_issued_certificate_get_case_id (certificate),
    .serial = yc_issued_certificate_get_serial (certificate),
    .title = yc_issued_certificate_get_title (certificate),
    .printer = self->printer,
    .options = self->options,
    .reason = find_reason (self, item),
    .note = was_printed (self, item) ? self->note : NULL,
  };
  Begun *begun = g_new (Begun, 1);

  begun->self = g_object_ref (self);
  begun->item = g_object_ref (item);
  yc_print_batch_item_begin (item);
  yc_desk_print_async (self->desk, &request, NULL, printed_cb, begun);
}

/* When nothing is under way any more, it has ended one way or the other. */
static void
settle (YcPrintBatch *self)
{
  gboolean whole =
    yc_print_batch_count (self, YC_PRINT_BATCH_ITEM_PRINTED) == self->items->len;

  if (self->state != YC_PRINT_BATCH_READY &&
      yc_print_batch_count (self, YC_PRINT_BATCH_ITEM_UNDER_WAY) == 0)
    self->state = whole ? YC_PRINT_BATCH_DONE : YC_PRINT_BATCH_STOPPED;
}

static void
print_next (YcPrintBatch *self)
{
  while (self->state == YC_PRINT_BATCH_RUNNING &&
         yc_print_batch_count (self, YC_PRINT_BATCH_ITEM_UNDER_WAY) < MOST_UNDER_WAY)
    {
      YcPrintBatchItem *item = find_left (self);

      if (item == NULL)
        break;
      begin (self, item);
    }
  settle (self);
}

/* One that does not come out stops all: what is wrong with it is most likely wrong with the next. */
static void
item_changed_cb (YcPrintBatch     *self,
                 YcPrintBatchItem *item)
{
  YcPrintBatchItemState state = yc_print_batch_item_get_state (item);
  gboolean own = yc_print_batch_item_get_error (item) != NULL;

  if (self->state == YC_PRINT_BATCH_RUNNING && !own &&
      (state == YC_PRINT_BATCH_ITEM_NOT_PRINTED || state == YC_PRINT_BATCH_ITEM_UNKNOWN))
    self->state = YC_PRINT_BATCH_STOPPING;
  if (state != YC_PRINT_BATCH_ITEM_LEFT && state != YC_PRINT_BATCH_ITEM_UNDER_WAY)
    print_next (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
yc_print_batch_dispose (GObject *object)
{
  YcPrintBatch *self = YC_PRINT_BATCH (object);

  for (guint i = 0; i < self->items->len; i++)
    g_signal_handlers_disconnect_by_data (self->items->pdata[i], self);
  g_clear_object (&self->printer);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_print_batch_parent_class)->dispose (object);
}

static void
yc_print_batch_finalize (GObject *object)
{
  YcPrintBatch *self = YC_PRINT_BATCH (object);

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->options, yc_print_options_free);
  g_free (self->note);

  G_OBJECT_CLASS (yc_print_batch_parent_class)->finalize (object);
}

static void
yc_print_batch_class_init (YcPrintBatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_print_batch_dispose;
  object_class->finalize = yc_print_batch_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_print_batch_init (YcPrintBatch *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->state = YC_PRINT_BATCH_READY;
}

YcPrintBatch *
yc_print_batch_new (YcDesk     *desk,
                    GListModel *certificates)
{
  YcPrintBatch *self;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (certificates), NULL);

  self = g_object_new (YC_TYPE_PRINT_BATCH, NULL);
  self->desk = g_object_ref (desk);
  for (guint i = 0; i < g_list_model_get_n_items (certificates); i++)
    {
      g_autoptr (YcIssuedCertificate) certificate = g_list_model_get_item (certificates, i);
      YcPrintBatchItem *item;

      if (yc_issued_certificate_get_state (certificate) != YC_CERTIFICATE_VALID ||
          contains (self, certificate))
        continue;
      if (self->items->len == YC_PRINT_BATCH_MOST)
        {
          self->n_beyond++;
          continue;
        }
      item = yc_print_batch_item_new (certificate);
      g_signal_connect_swapped (item, "changed", G_CALLBACK (item_changed_cb), self);
      g_ptr_array_add (self->items, item);
    }
  return self;
}

guint
yc_print_batch_get_n_beyond (YcPrintBatch *self)
{
  g_return_val_if_fail (YC_IS_PRINT_BATCH (self), 0);

  return self->n_beyond;
}

YcPrintBatchState
yc_print_batch_get_state (YcPrintBatch *self)
{
  g_return_val_if_fail (YC_IS_PRINT_BATCH (self), YC_PRINT_BATCH_READY);

  return self->state;
}

guint
yc_print_batch_count (YcPrintBatch          *self,
                      YcPrintBatchItemState  state)
{
  guint n_items = 0;

  g_return_val_if_fail (YC_IS_PRINT_BATCH (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n_items += yc_print_batch_item_get_state (self->items->pdata[i]) == state;
  return n_items;
}

/* What this batch has tried has its reason already, and what it has printed is not printed again. */
static gboolean
lacks_reason (YcPrintBatch     *self,
              YcPrintBatchItem *item)
{
  return yc_print_batch_item_get_run (item) == NULL &&
         !yc_print_batch_item_get_repeated (item) && was_printed (self, item);
}

gboolean
yc_print_batch_needs_reason (YcPrintBatch *self)
{
  g_return_val_if_fail (YC_IS_PRINT_BATCH (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (lacks_reason (self, self->items->pdata[i]))
      return TRUE;
  return FALSE;
}

void
yc_print_batch_start (YcPrintBatch         *self,
                      YcPrinter            *printer,
                      const YcPrintOptions *options,
                      YcPrintReason         reason,
                      const char           *note)
{
  g_return_if_fail (YC_IS_PRINT_BATCH (self));
  g_return_if_fail (YC_IS_PRINTER (printer));
  g_return_if_fail (self->state == YC_PRINT_BATCH_READY || self->state == YC_PRINT_BATCH_STOPPED);

  g_set_object (&self->printer, printer);
  g_clear_pointer (&self->options, yc_print_options_free);
  self->options = yc_print_options_copy (options);
  self->reason = reason;
  g_free (self->note);
  self->note = g_strdup (note);
  for (guint i = 0; i < self->items->len; i++)
    if (yc_print_batch_item_get_state (self->items->pdata[i]) == YC_PRINT_BATCH_ITEM_NOT_PRINTED)
      yc_print_batch_item_reset (self->items->pdata[i]);
  self->state = YC_PRINT_BATCH_RUNNING;
  print_next (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
take_back (YcPrintBatchItem *item)
{
  YcPrintRun *run = yc_print_batch_item_get_run (item);

  if (run != NULL && yc_print_run_get_state (run) == YC_PRINT_RUN_WAITING)
    yc_print_run_cancel_async (run, NULL, NULL, NULL);
}

/* The first one under way is left alone: the printer may have begun it, whatever is known here yet. */
static void
take_back_waiting (YcPrintBatch *self)
{
  gboolean behind = FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      YcPrintBatchItem *item = self->items->pdata[i];

      if (yc_print_batch_item_get_state (item) != YC_PRINT_BATCH_ITEM_UNDER_WAY)
        continue;
      if (behind)
        take_back (item);
      behind = TRUE;
    }
}

void
yc_print_batch_stop (YcPrintBatch *self)
{
  g_return_if_fail (YC_IS_PRINT_BATCH (self));

  if (self->state != YC_PRINT_BATCH_RUNNING)
    return;
  self->state = YC_PRINT_BATCH_STOPPING;
  take_back_waiting (self);
  settle (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
