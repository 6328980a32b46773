/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways through question lists: what the prover says is what trying every answer says. */
#include "yc-json.h"
#include "yc-list-context-private.h"
#include "yc-list-days-private.h"
#include "yc-list-graph.h"
#include "yc-logic-reads.h"
#include "yc-logic.h"

#define N_FACTS 2

typedef struct _Trial Trial;
typedef struct _Maker Maker;

/* What trying everything has found. @next: of the list that is gone on with, asked behind it; then @guard is
 * the rule by which it is, over the answers in @around and facts: as at the desk it falls away when what is
 * asked in it says otherwise */
struct _Trial
{
  YcQuestionList *list;
  JsonNode       *guard;
  JsonObject     *around;
  Trial          *next;
  const Maker    *next_maker;
  gboolean        asked[8];
  gboolean        reached[8];
  gboolean        bare[8];
  gboolean        together[8][8];
  gboolean        included[2];
  gboolean        dead_end;
};

static YcQuestionList *
read_list (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = yc_json_parse (json, -1, NULL, &error);
  YcQuestionList *list;

  g_assert_no_error (error);
  list = yc_question_list_new_from_json (json_node_get_object (node), &error);
  g_assert_no_error (error);
  return list;
}

/* All answers that a random rule could tell apart, found without looking at the rules. */
static const char *const answers[][12] = {
  { "'a'", "'b'", "'c'" },
  { "true", "false" },
  { "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4" },
  { "[]", "['a']", "['b']", "['a','b']" },
  { "'990119'", "'990119201'", "'990119201001'", "'990118'", "'010101'", "'elsewhere'" },
};

static const char *const kinds[] = {
  "'kind':'choice','choices':[{'value':'a','title':'A'},{'value':'b','title':'B'},"
  "{'value':'c','title':'C'}]",
  "'kind':'yes-no'",
  "'kind':'number','minimum':0,'maximum':4",
  "'kind':'choices','choices':[{'value':'a','title':'A'},{'value':'b','title':'B'}]",
  "'kind':'place','elsewhere':'E'",
};

/* What a random rule says of a variable of each kind. */
static const char *const leaves[][6] = {
  { "{'===':[%s,'a']}", "{'in':[%s,['b','c']]}", "{'!=':[%s,'c']}", "%s", "{'!':[%s]}",
    "{'===':[%s,null]}" },
  { "{'===':[%s,true]}", "%s", "{'!':%s}", "{'!==':[%s,false]}", "{'==':[%s,null]}",
    "{'===':[%s,false]}" },
  { "{'>':[%s,2]}", "{'<=':[%s,1]}", "{'<':[0,%s,3]}", "{'in':[%s,[1,4]]}", "%s",
    "{'===':[%s,null]}" },
  { "{'in':['a',%s]}", "{'!':{'in':['b',%s]}}", "%s", "{'===':[%s,null]}", "{'!!':[%s]}",
    "{'in':['b',%s]}" },
  { "{'within':[%s,'990119']}", "{'===':[%s,'990119201']}", "{'within':[%s,'990119201','990118']}",
    "{'===':[%s,'elsewhere']}", "{'!':{'within':[%s,'990119']}}", "{'==':[%s,null]}" },
};

/* @name: of the list; @includes: whether it goes on with “m” in any case */
struct _Maker
{
  GRand      *random;
  const char *name;
  gboolean    includes;
  guint       n_questions;
  guint       kinds[8];
  int         facts[8];
  guint       fact_kinds[N_FACTS];
};

static void
add_leaf (Maker   *maker,
          GString *text,
          guint    n_before)
{
  guint pick = (guint) g_rand_int_range (maker->random, 0, (gint32) (n_before + N_FACTS));
  guint kind = pick < n_before ? maker->kinds[pick] : maker->fact_kinds[pick - n_before];
  const char *leaf = leaves[kind][g_rand_int_range (maker->random, 0, 6)];
  const char *at = strstr (leaf, "%s");

  g_string_append_len (text, leaf, at - leaf);
  if (pick < n_before)
    g_string_append_printf (text, "{'var':'q%u'}", pick);
  else
    g_string_append_printf (text, "{'var':'facts.f.n%u'}", pick - n_before);
  g_string_append (text, at + 2);
}

static void
add_rule (Maker   *maker,
          GString *text,
          guint    n_before,
          guint    depth)
{
  static const char *const ties[] = { "and", "or", "if" };
  guint n, tie = (guint) g_rand_int_range (maker->random, 0, 4);

  if (depth == 0 || tie == 3)
    {
      add_leaf (maker, text, n_before);
      return;
    }
  n = tie == 2 ? 3 : 2;
  g_string_append_printf (text, "{'%s':[", ties[tie]);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      add_rule (maker, text, n_before, depth - 1);
    }
  g_string_append (text, "]}");
}

static void
add_question (Maker   *maker,
              GString *text,
              guint    i)
{
  maker->facts[i] = g_rand_int_range (maker->random, -3, N_FACTS);
  maker->kinds[i] = maker->facts[i] >= 0 ? maker->fact_kinds[maker->facts[i]]
                                         : (guint) g_rand_int_range (maker->random, 0, 5);
  g_string_append_printf (text, "%s{'id':'q%u','title':'Q%u',%s", i > 0 ? "," : "", i, i,
                          kinds[maker->kinds[i]]);
  if (maker->facts[i] >= 0)
    g_string_append_printf (text, ",'fact':'f.n%d'", maker->facts[i]);
  if (g_rand_int_range (maker->random, 0, 4) > 0)
    {
      g_string_append (text, ",'when':");
      add_rule (maker, text, i, 2);
    }
  g_string_append (text, "}");
}

static char *
make_list (Maker *maker)
{
  g_autoptr (GString) text = g_string_new ("{'id':'");
  guint n_outcomes = (guint) g_rand_int_range (maker->random, 1, 5);

  g_string_append_printf (text, "%s','title':'L','keywords':[],'questions':[",
                          maker->name != NULL ? maker->name : "l");
  for (guint i = 0; i < maker->n_questions; i++)
    add_question (maker, text, i);
  g_string_append (text, "]");
  if (maker->includes || (maker->name == NULL && g_rand_boolean (maker->random)))
    {
      g_string_append (text, ",'include':[{'list':'m','when':");
      add_rule (maker, text, maker->n_questions, 2);
      g_string_append (text, "}]");
    }
  g_string_append (text, ",'outcomes':[");
  for (guint i = 0; i < n_outcomes; i++)
    {
      g_string_append_printf (text, "%s{'id':'o%u','%s':'AA-0001','reason':'R','change':'C','when':",
                              i > 0 ? "," : "", i,
                              g_rand_boolean (maker->random) ? "item" : "not_yet");
      add_rule (maker, text, maker->n_questions, 3);
      g_string_append (text, "}");
    }
  g_string_append (text, "]}");
  return g_strdup (text->str);
}

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  return yc_json_parse (json, -1, NULL, NULL);
}

static gboolean
holds (JsonNode   *rule,
       JsonObject *own,
       JsonObject *known)
{
  g_autoptr (JsonNode) given = yc_json_object_node (json_object_ref (own));
  g_autoptr (JsonNode) data = yc_json_copy (given);
  g_autoptr (JsonNode) group = yc_json_object_node (json_object_ref (known));
  JsonObject *facts = json_object_new ();

  json_object_set_member (facts, "f", yc_json_copy (group));
  json_object_set_object_member (json_node_get_object (data), "facts", facts);
  return yc_logic_test (rule, data, NULL);
}

static gboolean
is_gone_on_with (const Trial *trial,
                 JsonObject  *known)
{
  return trial->guard == NULL || holds (trial->guard, trial->around, known);
}

typedef struct
{
  JsonObject *own;
  guint       n_reads;
  gboolean    asked;
} Bare;

static void
read_cb (const YcLogicRead *read,
         gpointer           user_data)
{
  Bare *bare = user_data;

  bare->n_reads++;
  bare->asked |= g_str_has_prefix (read->path, "facts.") ||
                 json_object_has_member (bare->own, read->path);
}

/* Whether the rule looks at questions, and none of them was asked. */
static gboolean
is_bare (JsonNode   *rule,
         JsonObject *own)
{
  Bare bare = { .own = own };

  yc_logic_each_read (rule, read_cb, &bare);
  return bare.n_reads > 0 && !bare.asked;
}

/* Whether a list is gone on with. */
static gboolean
finish (Trial      *trial,
        JsonObject *own,
        JsonObject *known)
{
  JsonArray *includes = yc_question_list_get_includes (trial->list);
  JsonArray *outcomes = yc_question_list_get_outcomes (trial->list);
  gboolean led = FALSE, includes_held = FALSE, held[8] = { FALSE };

  if (!is_gone_on_with (trial, known))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (includes); i++)
    if (holds (yc_json_get_member (json_array_get_object_element (includes, i), "when"), own,
               known))
      led = includes_held = trial->included[i] = TRUE;
  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      JsonNode *when = yc_json_get_member (json_array_get_object_element (outcomes, i), "when");

      if (!holds (when, own, known))
        continue;
      led = held[i] = trial->reached[i] = TRUE;
      trial->bare[i] |= is_bare (when, own);
    }
  for (guint i = 0; i < 8; i++)
    for (guint j = 0; j < 8; j++)
      trial->together[i][j] |= held[i] && held[j];
  trial->dead_end |= !led;
  return includes_held;
}

/* Answers the questions from @index on in every way. */
static void
ask (Trial       *trial,
     const Maker *maker,
     guint        index,
     JsonObject  *own,
     JsonObject  *known)
{
  g_autoptr (YcQuestion) question = NULL;
  g_autofree char *id = g_strdup_printf ("q%u", index);
  g_autofree char *fact = NULL;

  if (index == maker->n_questions)
    {
      g_autoptr (JsonObject) of_next = json_object_new ();

      if (!finish (trial, own, known) || trial->next == NULL)
        return;
      trial->next->around = own;
      ask (trial->next, trial->next_maker, 0, of_next, known);
      return;
    }
  question = g_list_model_get_item (yc_question_list_get_questions (trial->list), index);
  fact = maker->facts[index] >= 0 ? g_strdup_printf ("n%d", maker->facts[index]) : NULL;
  if (!holds (yc_question_get_when (question), own, known) || !is_gone_on_with (trial, known))
    {
      ask (trial, maker, index + 1, own, known);
      return;
    }
  if (fact != NULL && json_object_has_member (known, fact))
    {
      json_object_set_member (own, id, yc_json_copy (json_object_get_member (known, fact)));
      ask (trial, maker, index + 1, own, known);
      json_object_remove_member (own, id);
      return;
    }
  trial->asked[index] = TRUE;
  for (guint i = 0; i < 12 && answers[maker->kinds[index]][i] != NULL; i++)
    {
      g_autoptr (JsonNode) answer = parse (answers[maker->kinds[index]][i]);

      json_object_set_member (own, id, yc_json_copy (answer));
      if (fact != NULL)
        json_object_set_member (known, fact, yc_json_copy (answer));
      ask (trial, maker, index + 1, own, known);
      json_object_remove_member (own, id);
      if (fact != NULL)
        json_object_remove_member (known, fact);
    }
}

/* Begins with every fact not known, or known in every way. */
static void
try_all (Trial       *trial,
         const Maker *maker,
         guint        fact,
         JsonObject  *known)
{
  g_autoptr (JsonObject) own = json_object_new ();
  g_autofree char *name = g_strdup_printf ("n%u", fact);

  if (fact == N_FACTS)
    {
      ask (trial, maker, 0, own, known);
      return;
    }
  try_all (trial, maker, fact + 1, known);
  for (guint i = 0; i < 12 && answers[maker->fact_kinds[fact]][i] != NULL; i++)
    {
      json_object_set_member (known, name, parse (answers[maker->fact_kinds[fact]][i]));
      try_all (trial, maker, fact + 1, known);
      json_object_remove_member (known, name);
    }
}

static gboolean
has_dead_end (YcListGraph *graph)
{
  for (guint i = 0; i < yc_list_graph_get_n_stops (graph); i++)
    if (yc_list_graph_is_dead_end (graph, i))
      return TRUE;
  return FALSE;
}

static gboolean
ends_bare (YcListGraph *graph,
           guint        outcome)
{
  for (guint i = 0; i < yc_list_graph_get_n_stops (graph); i++)
    if (yc_list_graph_ends_bare (graph, i, outcome))
      return TRUE;
  return FALSE;
}

static gboolean
has_conflict (YcListGraph *graph,
              guint        conflict)
{
  for (guint i = 0; i < yc_list_graph_get_n_stops (graph); i++)
    if (yc_list_graph_has_conflict (graph, i, conflict))
      return TRUE;
  return FALSE;
}

/* What gives an item and what refuses it, tried together as often as alone. */
static void
compare_conflicts (const Trial *trial,
                   YcListGraph *graph)
{
  JsonArray *outcomes = yc_question_list_get_outcomes (trial->list);
  guint n_given = 0, n = json_array_get_length (outcomes);

  for (guint i = 0; i < n; i++)
    n_given += json_object_has_member (json_array_get_object_element (outcomes, i), "item");
  g_assert_cmpuint (yc_list_graph_get_n_conflicts (graph), ==, n_given * (n - n_given));
  for (guint i = 0; i < yc_list_graph_get_n_conflicts (graph); i++)
    {
      guint first, second;

      yc_list_graph_get_conflict (graph, i, &first, &second);
      g_assert_cmpint (has_conflict (graph, i), ==, trial->together[first][second]);
    }
}

static GHashTable *
make_facts (const Maker *maker)
{
  GHashTable *facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) json_object_unref);

  for (guint i = 0; i < N_FACTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("{'title':'F%u',%s}", i,
                                               kinds[maker->fact_kinds[i]]);
      g_autoptr (JsonNode) node = parse (text);

      g_hash_table_insert (facts, g_strdup_printf ("f.n%u", i),
                           json_object_ref (json_node_get_object (node)));
    }
  return facts;
}

static void
compare (Maker      *maker,
         const char *text)
{
  g_autoptr (GHashTable) facts = make_facts (maker);
  const YcListWorld world = { .facts = facts, .is_proof = TRUE };
  g_autoptr (YcQuestionList) list = read_list (text);
  g_autoptr (YcListGraph) graph = yc_list_graph_new (list, &world);
  g_autoptr (JsonObject) known = json_object_new ();
  Trial trial = { .list = list };
  const char *pointer;

  g_test_message ("%s", text);
  g_assert_cmpstr (yc_list_graph_get_trouble (graph, &pointer), ==, NULL);
  try_all (&trial, maker, 0, known);
  g_assert_cmpint (has_dead_end (graph), ==, trial.dead_end);
  for (guint i = 0; i < maker->n_questions; i++)
    g_assert_cmpint (yc_list_graph_asks (graph, i), ==, trial.asked[i]);
  for (guint i = 0; i < json_array_get_length (yc_question_list_get_outcomes (list)); i++)
    {
      g_assert_cmpint (yc_list_graph_reaches (graph, i), ==, trial.reached[i]);
      g_assert_cmpint (ends_bare (graph, i), ==, trial.bare[i]);
    }
  for (guint i = 0; i < json_array_get_length (yc_question_list_get_includes (list)); i++)
    g_assert_cmpint (yc_list_graph_includes (graph, i), ==, trial.included[i]);
  compare_conflicts (&trial, graph);
}

static Maker
new_maker (guint        seed,
           const Maker *like)
{
  Maker maker = { .random = g_rand_new_with_seed (seed) };

  maker.n_questions = (guint) g_rand_int_range (maker.random, 1, like != NULL ? 3 : 4);
  for (guint i = 0; i < N_FACTS; i++)
    maker.fact_kinds[i] = like != NULL ? like->fact_kinds[i]
                                       : (guint) g_rand_int_range (maker.random, 0, 5);
  return maker;
}

/* The list that is gone on with: what the two as one list say of it. */
static void
compare_next (const Trial *trial,
              const Maker *maker)
{
  g_autoptr (GHashTable) facts = make_facts (maker);
  const YcListWorld world = { .facts = facts, .is_proof = TRUE };
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (YcQuestionList) both = NULL;
  g_autoptr (YcListGraph) graph = NULL;
  const Trial *next = trial->next;
  const char *pointer;
  guint n_before;

  g_ptr_array_add (lists, trial->list);
  g_ptr_array_add (lists, next->list);
  both = yc_list_context_new (lists, FALSE, &n_before);
  g_assert_cmpuint (n_before, ==, maker->n_questions);
  graph = yc_list_graph_new (both, &world);
  g_assert_cmpstr (yc_list_graph_get_trouble (graph, &pointer), ==, NULL);
  g_assert_cmpint (has_dead_end (graph), ==, next->dead_end);
  for (guint i = 0; i < yc_question_list_get_n_questions (next->list); i++)
    g_assert_cmpint (yc_list_graph_asks (graph, n_before + i), ==, next->asked[i]);
  for (guint i = 0; i < json_array_get_length (yc_question_list_get_outcomes (next->list)); i++)
    g_assert_cmpint (yc_list_graph_reaches (graph, i), ==, next->reached[i]);
}

/* Two lists, of which one goes on with the other: each has its own answers, facts are shared. */
static void
test_within (void)
{
  guint rounds = g_test_slow () ? 2000 : 40, n_dead = 0, n_alive = 0;

  for (guint i = 0; i < rounds; i++)
    {
      Maker maker = new_maker (i, NULL), other = new_maker (i + 1000000, &maker);
      g_autofree char *text = NULL;
      g_autofree char *next_text = NULL;
      g_autoptr (YcQuestionList) list = NULL;
      g_autoptr (YcQuestionList) next = NULL;
      g_autoptr (JsonObject) known = json_object_new ();
      Trial of_next = { 0 }, trial = { .next = &of_next, .next_maker = &other };

      maker.n_questions = MIN (maker.n_questions, 2);
      maker.includes = TRUE;
      other.name = "m";
      text = make_list (&maker);
      next_text = make_list (&other);
      g_test_message ("%s %s", text, next_text);
      trial.list = list = read_list (text);
      of_next.list = next = read_list (next_text);
      of_next.guard = yc_json_get_member (
        json_array_get_object_element (yc_question_list_get_includes (list), 0), "when");
      try_all (&trial, &maker, 0, known);
      compare_next (&trial, &maker);
      n_dead += of_next.dead_end;
      n_alive += trial.included[0] && !of_next.dead_end;
      g_rand_free (maker.random);
      g_rand_free (other.random);
    }
  g_assert_cmpuint (n_dead, >, 0);
  g_assert_cmpuint (n_alive, >, 0);
}

static void
test_random (void)
{
  guint rounds = g_test_slow () ? 5000 : 120;

  for (guint i = 0; i < rounds; i++)
    {
      Maker maker = new_maker (i, NULL);
      g_autofree char *text = NULL;

      text = make_list (&maker);
      compare (&maker, text);
      g_rand_free (maker.random);
    }
}

/* Rules that look at today: with fixed days, with an answer, and an answer with fixed days. */
static const char *const day_leaves[] = {
  "{'<':[{'today':[]},'2027-03-01']}",
  "{'>=':[{'today':[]},'2026-09-01']}",
  "{'in':[{'substr':[{'today':[]},5,2]},['04','05']]}",
  "{'===':[{'substr':[{'today':[]},5]},'02-29']}",
  "{'>=':[{'days':['2026-09-01',{'today':[]}]},30]}",
  "{'>=':[{'days':[{'var':'d'},{'today':[]}]},30]}",
  "{'<':[{'months':[{'var':'d'},{'today':[]}]},6]}",
  "{'>=':[{'years':[{'var':'d'},{'today':[]}]},1]}",
  "{'<':[{'age':{'var':'d'}},2]}",
  "{'>':[{'var':'d'},{'add_days':[{'today':[]},-90]}]}",
  "{'<':[{'var':'d'},'2026-07-01']}",
  "{'>=':[{'var':'d'},'2027-02-28']}",
};

static char *
make_day_list (GRand *random)
{
  g_autoptr (GString) text = g_string_new (
    "{'id':'l','title':'L','keywords':[],'questions':[{'id':'d','title':'D','kind':'date'}],"
    "'outcomes':[");

  for (guint i = 0; i < 4; i++)
    {
      const char *first = day_leaves[g_rand_int_range (random, 0, G_N_ELEMENTS (day_leaves))];
      const char *second = day_leaves[g_rand_int_range (random, 0, G_N_ELEMENTS (day_leaves))];

      g_string_append_printf (text, "%s{'id':'o%u','item':'AA-0001','reason':'R','when':{'%s':[%s,%s%s%s]}}",
                              i > 0 ? "," : "", i, i < 2 ? "or" : "and", first,
                              i % 2 == 0 ? "" : "{'!':", second, i % 2 == 0 ? "" : "}");
    }
  g_string_append (text, "]}");
  return g_strdup (text->str);
}

/* Adds what happens on that day: which outcomes are reached, and whether some answer leads nowhere. */
static void
add_day (YcQuestionList *list,
         const char     *today,
         gboolean       *happens)
{
  const YcListWorld world = { .today = today };
  g_autoptr (YcListGraph) graph = yc_list_graph_new (list, &world);
  const char *pointer;

  g_assert_cmpstr (yc_list_graph_get_trouble (graph, &pointer), ==, NULL);
  for (guint i = 0; i < 4; i++)
    happens[i] |= yc_list_graph_reaches (graph, i);
  happens[4] |= has_dead_end (graph);
}

/* What happens from the first of @month in @year, for so many days. */
static void
add_span (YcQuestionList *list,
          GDateYear       year,
          GDateMonth      month,
          guint           n_days,
          gboolean       *happens)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, month, year);
  for (guint i = 0; i < n_days; i++, g_date_add_days (&day, 1))
    {
      char today[16];

      g_date_strftime (today, sizeof today, "%Y-%m-%d", &day);
      add_day (list, today, happens);
    }
}

/* What happens on any day at all happens on one of those that are looked at. */
static void
test_days (void)
{
  guint rounds = g_test_slow () ? 150 : 3, n_changing = 0;

  for (guint i = 0; i < rounds; i++)
    {
      GRand *random = g_rand_new_with_seed (i);
      g_autofree char *text = make_day_list (random);
      g_autoptr (YcQuestionList) list = read_list (text);
      g_autoptr (GPtrArray) days = yc_list_days_new (list);
      gboolean any[5] = { FALSE }, looked_at[5] = { FALSE };

      g_test_message ("%s", text);
      for (guint j = 0; days != NULL && j < days->len; j++)
        add_day (list, days->pdata[j], looked_at);
      if (g_test_slow ())
        add_span (list, 2025, G_DATE_JUNE, 1300, any);
      else
        add_span (list, 2026, G_DATE_AUGUST, 90, any);
      for (guint j = 0; j < G_N_ELEMENTS (any); j++)
        g_assert_true (days == NULL || looked_at[j] || !any[j]);
      n_changing += days != NULL && days->len > 1;
      g_rand_free (random);
    }
  g_assert_cmpuint (n_changing, >, rounds / 2);
}

/* Lists that do not look at today are proven on one day; those that look at every single one, not at all. */
static void
test_few_days (void)
{
  g_autoptr (YcQuestionList) still = read_list (
    "{'id':'l','title':'L','keywords':[],'questions':[{'id':'q','title':'Q','kind':'date'}],'outcomes':"
    "[{'id':'o','item':'A','reason':'R','when':{'<':[{'var':'q'},'2026-01-01']}}]}");
  g_autoptr (YcQuestionList) wild = read_list (
    "{'id':'l','title':'L','keywords':[],'questions':[{'id':'q','title':'Q','kind':'date'}],'outcomes':"
    "[{'id':'o','item':'A','reason':'R','when':{'in':[{'substr':[{'today':[]},9]},['1','3','5','7']]}}]}");
  g_autoptr (YcQuestionList) from = read_list (
    "{'id':'l','title':'L','keywords':[],'questions':[{'id':'q','title':'Q','kind':'yes-no'}],'outcomes':"
    "[{'id':'o','not_yet':'A','reason':'R','when':true,'from':'2027-05-01'}]}");
  g_autoptr (GPtrArray) one = yc_list_days_new (still);
  g_autoptr (GPtrArray) three = yc_list_days_new (from);

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_null (yc_list_days_new (wild));
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_cmpstr (three->pdata[1], ==, "2027-04-30");
  g_assert_cmpstr (three->pdata[2], ==, "2027-05-01");
}

/* Thirty questions with twelve choices each, all of which matter to the end. */
static char *
make_tangle (gboolean deep)
{
  g_autoptr (GString) text = g_string_new ("{'id':'l','title':'L','keywords':[],'questions':[");

  for (guint i = 0; i < 30; i++)
    {
      g_string_append_printf (text, "%s{'id':'q%u','title':'Q','kind':'%s','choices':[", i > 0 ? "," : "",
                              i, deep && i % 2 == 0 ? "choices" : "choice");
      for (guint j = 0; j < 12; j++)
        g_string_append_printf (text, "%s{'value':'v%u','title':'V'}", j > 0 ? "," : "", j);
      g_string_append (text, "]}");
    }
  g_string_append (text, "],'outcomes':[");
  for (guint i = 0; i < 60; i++)
    {
      g_string_append_printf (text, "%s{'id':'o%u','item':'AA-0001','reason':'R','when':{'or':[",
                              i > 0 ? "," : "", i);
      for (guint j = 0; j < 30; j++)
        g_string_append_printf (text, "%s{'and':[{'%s':[{'var':'q%u'},'v%u']},{'in':['v%u',{'var':'q%u'}]}]}",
                                j > 0 ? "," : "", "===", j, (i + j) % 12, (i * j) % 12,
                                (i + j * 7) % 30);
      g_string_append (text, "]}}");
    }
  g_string_append (text, "]}");
  return g_strdup (text->str);
}

static void
test_tangled (void)
{
  for (int deep = 0; deep < 2; deep++)
    {
      g_autofree char *text = make_tangle (deep);
      g_autoptr (YcQuestionList) list = read_list (text);
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (YcListGraph) graph = yc_list_graph_new (list, NULL);
      double seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
      const char *pointer;
      const char *trouble = yc_list_graph_get_trouble (graph, &pointer);

      g_test_message ("%s: %.2f s", trouble, seconds);
      g_assert_nonnull (trouble);
      g_assert_nonnull (strstr (trouble, "too tangled"));
      g_assert_cmpfloat (seconds, <, 20);
    }
}

/* Thirty questions are nothing when each matters only for a while. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("{'id':'l','title':'L','keywords':[],'questions':[");
  g_autoptr (YcQuestionList) list = NULL;
  g_autoptr (YcListGraph) graph = NULL;
  const char *pointer;

  for (guint i = 0; i < 30; i++)
    {
      g_string_append_printf (text, "%s{'id':'q%u','title':'Q','kind':'yes-no'", i > 0 ? "," : "", i);
      if (i > 0)
        g_string_append_printf (text, ",'when':{'===':[{'var':'q%u'},true]}", i - 1);
      g_string_append (text, "}");
    }
  g_string_append (text, "],'outcomes':[{'id':'all','item':'AA-0001','reason':'R',"
                         "'when':{'var':'q29'}},{'id':'not','item':'AA-0002','reason':'R',"
                         "'when':{'!':{'var':'q29'}}}]}");
  list = read_list (text->str);
  graph = yc_list_graph_new (list, NULL);
  g_assert_cmpstr (yc_list_graph_get_trouble (graph, &pointer), ==, NULL);
  g_assert_cmpuint (yc_list_graph_get_n_stops (graph), ==, 31);
  g_assert_false (has_dead_end (graph));
  g_assert_true (yc_list_graph_asks (graph, 29));
}

/* Each way of the only question, as an author reads it. */
static char *
describe (const char *question,
          const char *rule)
{
  g_autofree char *text = g_strdup_printf (
    "{'id':'l','title':'L','keywords':[],'questions':[{'id':'q','title':'Q',%s}],'outcomes':["
    "{'id':'o','item':'AA-0001','reason':'R','when':%s}]}", question, rule);
  g_autoptr (YcQuestionList) list = read_list (text);
  const YcListWorld world = { .today = "2026-11-22" };
  g_autoptr (YcListGraph) graph = yc_list_graph_new (list, &world);
  g_autoptr (GString) ways = g_string_new (NULL);
  const char *pointer;

  if (yc_list_graph_get_trouble (graph, &pointer) != NULL)
    return g_strdup (yc_list_graph_get_trouble (graph, &pointer));
  for (guint i = 0; i < yc_list_graph_get_n_ways (graph, 0); i++)
    {
      g_autofree char *words = yc_list_graph_dup_answers (graph, 0, i);
      gboolean dead = yc_list_graph_is_dead_end (graph, yc_list_graph_get_way (graph, 0, i));

      g_string_append_printf (ways, "%s%s%s", i > 0 ? "; " : "", dead ? "not " : "", words);
    }
  return g_strdup (ways->str);
}

static void
test_words (void)
{
  static const struct
  {
    const char *question;
    const char *rule;
    const char *ways;
  } cases[] = {
    { "'kind':'number'", "{'>':[{'var':'q'},4]}", "not ≤ 4; > 4" },
    { "'kind':'number','minimum':1,'maximum':9", "{'>':[{'var':'q'},4]}", "not ≤ 4; > 4" },
    { "'kind':'number'", "{'<':[3,{'var':'q'},4.5]}", "not ≤ 3 or ≥ 4.5; > 3, < 4.5" },
    { "'kind':'number'", "{'in':[{'var':'q'},[1,2]]}", "not < 1 or > 1, < 2 or > 2; 1 or 2" },
    { "'kind':'date'", "{'<':[{'var':'q'},'2026-01-01']}", "< 2026-01-01; not ≥ 2026-01-01" },
    { "'kind':'date'", "{'<=':[{'days':[{'var':'q'},{'today':[]}]},90]}",
      "not ≤ 2026-08-23 (if today is 2026-11-22); "
      "≥ 2026-08-24 (if today is 2026-11-22)" },
    { "'kind':'date'", "{'<':[{'years':[{'var':'q'},{'today':[]}]},16]}",
      "not ≤ 2010-11-22 (if today is 2026-11-22); "
      "≥ 2010-11-23 (if today is 2026-11-22)" },
    { "'kind':'date'", "{'>=':[{'age':{'var':'q'}},60]}", "≤ 1966-11-22 (if today is 2026-11-22); "
      "not ≥ 1966-11-23 (if today is 2026-11-22)" },
    { "'kind':'place','elsewhere':'市外'", "{'within':[{'var':'q'},'990119201']}",
      "990119201 or another place; not another place or 市外" },
    { "'kind':'text'", "{'===':[{'var':'q'},'x']}", "x; not anything else" },
    { "'kind':'choices','choices':[{'value':'a','title':'A'},{'value':'b','title':'B'}]",
      "{'in':['a',{'var':'q'}]}", "not None or B; A or A, B" },
    { "'kind':'yes-no'", "{'var':'q'}", "Yes; not No" },
    { "'kind':'yes-no'", "true", "Yes or No" },
    { "'kind':'number'", "{'>':[{'+':[{'var':'q'},1]},4]}",
      "this rule cannot be proven: compare “q” with fixed values, and nothing worked out of it" },
    { "'kind':'number'", "{'>':[{'var':'q'},{'var':'facts.person.age'}]}",
      "this rule cannot be proven: it holds “q” against another answer" },
    { "'kind':'text'", "{'in':['x',{'var':'q'}]}",
      "this rule cannot be proven: compare “q” with fixed values, and nothing worked out of it" },
    { "'kind':'yes-no'", "{'var':{'var':'q'}}", "what this rule looks at cannot be told beforehand" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ways = describe (cases[i].question, cases[i].rule);

      g_assert_cmpstr (ways, ==, cases[i].ways);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/lists/random", test_random);
  g_test_add_func ("/catalog/lists/within", test_within);
  g_test_add_func ("/catalog/lists/days", test_days);
  g_test_add_func ("/catalog/lists/few-days", test_few_days);
  g_test_add_func ("/catalog/lists/tangled", test_tangled);
  g_test_add_func ("/catalog/lists/long", test_long);
  g_test_add_func ("/catalog/lists/words", test_words);

  return g_test_run ();
}
