package kata.spark.tumbling;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
