/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item, a question list or an answer that was found, with the keys that answers have. It lies on a
 * sheet, beneath which the window's own pages hear of no key. */
#include "yc-found-page.h"

#include "yc-entry-take.h"
#include "yc-item-panel.h"
#include "yc-report-sheet.h"
#include "yc-seeker.h"

#define WIDTH 480
#define HEIGHT 420

struct _YcFoundPage
{
  YcPage parent_instance;

  GtkWidget *panel;
  YcHit     *hit;
};

G_DEFINE_FINAL_TYPE (YcFoundPage, yc_found_page, YC_TYPE_PAGE)

/* (nullable): what was found, when it is of @kind */
static const char *
get_id (YcFoundPage *self, const char *kind)
{
  return g_str_equal (yc_hit_get_kind (self->hit), kind) ? yc_hit_get_id (self->hit) : NULL;
}

static const char *
get_entry_id (YcEntryView *answer)
{
  return answer != NULL ? yc_knowledge_entry_get_id (yc_entry_view_get_entry (answer)) : NULL;
}

/* About the answer that is open, else about the item. */
static void
report (YcFoundPage *self, YcEntryView *answer)
{
  yc_report_sheet_present (GTK_WIDGET (self), yc_page_get_desk (YC_PAGE (self)),
                           answer != NULL ? YC_INQUIRY_MISTAKE : YC_INQUIRY_GAP,
                           get_entry_id (answer), get_id (self, YC_KIND_ITEM), NULL);
}

static void
consult (YcFoundPage *self, YcEntryView *answer)
{
  YcKnowledgeVersion *version = answer != NULL ? yc_entry_view_get_version (answer) : NULL;
  const YcNewInquiry known = {
    .entry = get_entry_id (answer),
    .item = get_id (self, YC_KIND_ITEM),
    .list = get_id (self, YC_KIND_LIST),
    .question = version != NULL ? yc_knowledge_version_get_question (version) : NULL,
    .answer = version != NULL ? yc_knowledge_version_get_answer (version) : NULL,
  };

  yc_report_sheet_present_consultation (GTK_WIDGET (self), yc_page_get_desk (YC_PAGE (self)), NULL,
                                        &known);
}

static gboolean
yc_found_page_command (YcPage *page, YcPageCommand command)
{
  YcFoundPage *self = YC_FOUND_PAGE (page);
  YcEntryView *answer = yc_item_panel_get_answer (YC_ITEM_PANEL (self->panel));

  if (command == YC_PAGE_COMMAND_REPORT)
    report (self, answer);
  else if (command == YC_PAGE_COMMAND_CONSULT)
    consult (self, answer);
  else
    return answer != NULL && yc_entry_view_command (answer, command);

  return TRUE;
}

static void
yc_found_page_dispose (GObject *object)
{
  g_clear_object (&YC_FOUND_PAGE (object)->hit);

  G_OBJECT_CLASS (yc_found_page_parent_class)->dispose (object);
}

static void
yc_found_page_class_init (YcFoundPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_found_page_dispose;
  YC_PAGE_CLASS (klass)->command = yc_found_page_command;
}

static void
yc_found_page_init (YcFoundPage *self)
{
  self->panel = yc_item_panel_new ();
  gtk_widget_set_size_request (self->panel, WIDTH, HEIGHT);
  gtk_widget_set_parent (self->panel, GTK_WIDGET (self));
}

static void
entry_taken_cb (GtkWidget *owner, YcKnowledgeEntry *entry)
{
  YcFoundPage *self = YC_FOUND_PAGE (owner);

  yc_item_panel_show_entry (YC_ITEM_PANEL (self->panel),
                            yc_desk_get_catalog (yc_page_get_desk (YC_PAGE (self))), entry);
}

static void
show_hit (YcFoundPage *self, YcCatalog *catalog)
{
  YcItemPanel *panel = YC_ITEM_PANEL (self->panel);
  const char *id = yc_hit_get_id (self->hit);

  if (get_id (self, YC_KIND_ITEM) != NULL)
    yc_item_panel_show_item (panel, catalog, yc_catalog_get_item (catalog, id));
  else if (get_id (self, YC_KIND_LIST) != NULL)
    yc_item_panel_show_list (panel, catalog, yc_catalog_get_list (catalog, id));
  else if (get_id (self, YC_KIND_ENTRY) != NULL)
    yc_entry_take (GTK_WIDGET (self), catalog, id, entry_taken_cb);
}

/**
 * yc_found_page_new:
 * @desk: the desk that found it
 * @hit: an item, a question list or a knowledge entry
 *
 * Returns: what is known of it
 */
GtkWidget *
yc_found_page_new (YcDesk *desk, YcHit *hit)
{
  YcFoundPage *self;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (YC_IS_HIT (hit), NULL);

  self = g_object_new (YC_TYPE_FOUND_PAGE, "desk", desk, NULL);
  self->hit = g_object_ref (hit);
  show_hit (self, yc_desk_get_catalog (desk));

  return GTK_WIDGET (self);
}
