/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper that another program sets, looked at and printed. It is set by a process of its own, since
 * text must not be drawn beside the window's. */
#include "yc-paper-print.h"

#include "yc-paper-program.h"
#include "yc-preview-view.h"
#include "yc-print-panel.h"

#include <glib/gi18n.h>

#define PREVIEW_WIDTH 560
#define PREVIEW_HEIGHT 500
#define SIDE_WIDTH 280

struct _YcPaperPrint
{
  YcPage         parent_instance;

  char          *group;
  YcPrintKind    kind;
  char          *title;
  GtkWidget     *side;
  YcPreviewView *preview;
  YcPrintPanel  *panel;
  GCancellable  *cancellable;
};

G_DEFINE_FINAL_TYPE (YcPaperPrint, yc_paper_print, YC_TYPE_PAGE)

static void
composed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YcPaperPrint *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = yc_paper_program_set_finish (result, &error);

  /* It is gone, or something newer is being set. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pdf == NULL)
    {
      yc_preview_view_set_error (self->preview, _ ("This could not be set on paper"),
                                 _ ("Try again. If it stays so, call the administrator; the work "
                                    "itself can go on."));
      return;
    }
  yc_preview_view_set_pdf (self->preview, pdf, YC_DOCUMENT_OURS);
  yc_print_panel_set_document (self->panel, self->kind, self->title, pdf);
}

/* Ctrl+P is the window's key. */
static gboolean
yc_paper_print_command (YcPage *page, YcPageCommand command)
{
  if (command != YC_PAGE_COMMAND_PRINT)
    return FALSE;
  yc_print_panel_print (YC_PAPER_PRINT (page)->panel);

  return TRUE;
}

static void
give_up (YcPaperPrint *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
yc_paper_print_grab_focus (GtkWidget *widget)
{
  /* Without a printer there is nothing to press yet. */
  return gtk_widget_grab_focus (GTK_WIDGET (YC_PAPER_PRINT (widget)->panel)) ||
         gtk_widget_child_focus (YC_PAPER_PRINT (widget)->side, GTK_DIR_TAB_FORWARD);
}

static void
yc_paper_print_dispose (GObject *object)
{
  give_up (YC_PAPER_PRINT (object));

  G_OBJECT_CLASS (yc_paper_print_parent_class)->dispose (object);
}

static void
yc_paper_print_finalize (GObject *object)
{
  YcPaperPrint *self = YC_PAPER_PRINT (object);

  g_free (self->group);
  g_free (self->title);

  G_OBJECT_CLASS (yc_paper_print_parent_class)->finalize (object);
}

static void
yc_paper_print_class_init (YcPaperPrintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_paper_print_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_paper_print_finalize;
  widget_class->grab_focus = yc_paper_print_grab_focus;
  YC_PAGE_CLASS (klass)->command = yc_paper_print_command;
}

static void
yc_paper_print_init (YcPaperPrint *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_HORIZONTAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  self->preview = YC_PREVIEW_VIEW (yc_preview_view_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), PREVIEW_WIDTH, PREVIEW_HEIGHT);
  gtk_widget_set_hexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->preview), GTK_WIDGET (self));

  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_size_request (self->side, SIDE_WIDTH, -1);
  gtk_widget_set_valign (self->side, GTK_ALIGN_START);
  gtk_widget_set_parent (self->side, GTK_WIDGET (self));
  self->panel = YC_PRINT_PANEL (yc_print_panel_new ());
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->panel));
}

GtkWidget *
yc_paper_print_new (YcDesk *desk, const char *group, YcPrintKind kind, const char *title)
{
  YcPaperPrint *self = g_object_new (YC_TYPE_PAPER_PRINT, "desk", desk, NULL);

  self->group = g_strdup (group);
  self->kind = kind;
  self->title = g_strdup (title);
  yc_print_panel_set_desk (self->panel, desk);

  return GTK_WIDGET (self);
}

void
yc_paper_print_add (YcPaperPrint *self, GtkWidget *chooser)
{
  g_return_if_fail (YC_IS_PAPER_PRINT (self));

  gtk_box_prepend (GTK_BOX (self->side), chooser);
}

void
yc_paper_print_compose (YcPaperPrint *self, GBytes *request)
{
  g_return_if_fail (YC_IS_PAPER_PRINT (self));

  give_up (self);
  self->cancellable = g_cancellable_new ();
  yc_preview_view_set_loading (self->preview);
  yc_print_panel_set_document (self->panel, self->kind, NULL, NULL);
  yc_paper_program_set_async (self->group, "print", request, self->cancellable, composed_cb, self);
}
